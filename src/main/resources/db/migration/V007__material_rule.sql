-- Checklists of the refund matters. Configuration, not law: which papers a matter asks for differs between regions and
-- years and is to be confirmed by the bureau (domain guide, RF-6). EXEMPT papers are in the bureau's own systems and may
-- never be asked for (plan measure 9); reusable ones are given once and stay on file (plan measure 16).
insert into material_rule (kind, matter, code, name, demand, reusable, position)
select 'REFUND', matter, code, name, demand, false, position
from (values ('WRONGLY_COLLECTED'), ('SETTLEMENT'), ('EXEMPTION'), ('IMMEDIATE_REFUND'),
             ('EXPORT'), ('INPUT_CREDIT'), ('NON_TAX'), ('IIT_SETTLEMENT')) as matters (matter)
cross join (values
    ('applicationForm',    '退（抵）税申请表',                       'REQUIRED', 10),
    ('identityPaper',      '经办人身份证件（核验原件）',             'REQUIRED', 20),
    ('taxPaymentProof',    '完税证明（税务系统可查）',               'EXEMPT',   80),
    ('businessLicence',    '营业执照（部门共享可查）',               'EXEMPT',   90)) as common (code, name, demand, position)
where not (matter = 'IIT_SETTLEMENT' and code in ('applicationForm', 'businessLicence'));

insert into material_rule (kind, matter, code, name, demand, reusable, position) values
    ('REFUND', 'WRONGLY_COLLECTED', 'errorProof',          '多缴税款的证明材料',                     'REQUIRED', false, 30),
    ('REFUND', 'SETTLEMENT',        'settlementReturn',    '年度纳税申报表（税务系统可查）',         'EXEMPT',   false, 70),
    ('REFUND', 'SETTLEMENT',        'settlementNote',      '汇算清缴多缴情况说明',                   'REQUIRED', false, 30),
    ('REFUND', 'EXEMPTION',         'reliefProof',         '符合减免条件的证明材料',                 'REQUIRED', false, 30),
    ('REFUND', 'IMMEDIATE_REFUND',  'qualificationProof',  '即征即退资格证明材料',                   'REQUIRED', true,  30),
    ('REFUND', 'IMMEDIATE_REFUND',  'inspectionReport',    '产品（服务）检测或认定报告',             'REQUIRED', true,  40),
    ('REFUND', 'IMMEDIATE_REFUND',  'separateAccounts',    '即征即退项目分别核算的说明',             'REQUIRED', false, 50),
    ('REFUND', 'EXPORT',            'exportDeclaration',   '出口退（免）税申报表',                   'REQUIRED', false, 30),
    ('REFUND', 'EXPORT',            'customsDeclaration',  '出口货物报关单（电子口岸可查）',         'EXEMPT',   false, 70),
    ('REFUND', 'EXPORT',            'exportInvoice',       '出口发票（税务系统可查）',               'EXEMPT',   false, 75),
    ('REFUND', 'INPUT_CREDIT',      'inputCreditForm',     '退（抵）税申请表留抵退税专用部分',       'REQUIRED', false, 30),
    ('REFUND', 'INPUT_CREDIT',      'vatReturn',           '增值税纳税申报表（税务系统可查）',       'EXEMPT',   false, 70),
    ('REFUND', 'NON_TAX',           'feePolicyProof',      '应享未享非税收入优惠的证明材料',         'REQUIRED', false, 30),
    ('REFUND', 'NON_TAX',           'feePaymentProof',     '缴费凭证（税务系统可查）',               'EXEMPT',   false, 70),
    ('REFUND', 'IIT_SETTLEMENT',    'accountProof',        '本人Ⅰ类银行账户证明',                   'REQUIRED', false, 30),
    ('REFUND', 'IIT_SETTLEMENT',    'iitReturn',           '个人所得税年度自行纳税申报表（税务系统可查）', 'EXEMPT', false, 70);
