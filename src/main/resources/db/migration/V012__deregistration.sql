-- 清税申报 beyond the case file.
create table deregistration (
    case_number           text primary key references case_file,
    reason                text not null,
    contact_name          text not null,
    contact_phone         text not null,
    credit_level          text not null default '',
    head_office_id        text not null default '',
    announcement_no       text not null default '',
    id_override_reason    text not null default '',
    abnormal_since        date,
    overpaid_arisen_on    date,
    overpaid_tax_item     text not null default '',
    overpaid_from_on      date,
    overpaid_to_on        date,
    overpaid_voucher_no   text not null default '',
    general_wanted        boolean not null default false,
    general_reason        text not null default '',
    commitment_signed_by  text,
    commitment_due_on     date,
    commitment_fulfilled  boolean,
    commitment_settled_at timestamptz,
    item_notices          int not null default 0,
    proposal              text,
    opinion               text not null default '',
    zero_signed_by        text,
    zero_confirmed_by     text,
    zero_confirmed_at     timestamptz,
    overpayment_case      text references case_file
);

-- What is known of a case, with its source and who vouches for it. Append-only: the last row of a code counts, and an
-- assessment names the last row that it saw.
create table deregistration_fact (
    fact_id      bigint generated always as identity primary key,
    case_number  text not null references deregistration,
    code         text not null,
    answer       text not null check (answer in ('TRUE', 'FALSE', 'UNKNOWN')),
    amount_fen   bigint,
    source       text not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint somebody_vouches check ((answer = 'UNKNOWN') = (confirmed_by is null))
);
create index deregistration_fact_case on deregistration_fact (case_number, code, fact_id);
create trigger deregistration_fact_append_only before update or delete on deregistration_fact
    for each row execute function refuse_change();

-- What the decision tables answered, by which version of them, on which facts.
create table deregistration_assessment (
    assessment_id bigint generated always as identity primary key,
    case_number   text not null references deregistration,
    assessed_at   timestamptz not null,
    assessed_by   text not null,
    track         text not null check (track in ('INSTANT', 'GENERAL')),
    ground        text not null,
    table_version text not null,
    last_fact     bigint not null
);
create index deregistration_assessment_case on deregistration_assessment (case_number, assessment_id);

create table deregistration_condition (
    assessment_id bigint not null references deregistration_assessment,
    position      int not null,
    code          text not null,
    sentence      text not null,
    remedy        text not null,
    primary key (assessment_id, position)
);

-- 未结事项.
create table deregistration_item (
    case_number text not null references deregistration,
    code        text not null,
    name        text not null,
    state       text not null check (state in ('OPEN', 'SETTLED', 'PROMISED')),
    changed_by  text not null,
    changed_at  timestamptz not null,
    primary key (case_number, code)
);

-- 批量零申报确认表: one row for each item and period.
create table zero_declaration (
    case_number text not null references deregistration,
    tax_item    text not null,
    period_from date not null,
    period_to   date not null,
    zero        boolean,
    primary key (case_number, tax_item, period_from)
);

-- 清税证明, or 税务事项通知书 for registrations that are not on a unified code.
create table clearance (
    certificate_no text primary key,
    case_number    text not null unique references deregistration,
    form           text not null check (form in ('CERTIFICATE', 'NOTICE')),
    on_commitment  boolean not null,
    delivery       text not null default 'COUNTER',
    received_by    text not null default '',
    issued_by      text not null,
    issued_at      timestamptz not null
);

-- Numbers of certificates: unique and gap-tolerant, a sequence for each form, area and year, as for cases.
create function next_certificate_number(of_form text, of_bureau text, of_year int) returns text
    language plpgsql as
$$
declare
    area     text;
    sequence text;
    number   bigint;
begin
    select area_code into strict area from chunfeng.bureau b where b.bureau = of_bureau;
    sequence := format('chunfeng.certificate_number_%s_%s_%s', lower(of_form), area, of_year);
    if to_regclass(sequence) is null then
        begin
            execute format('create sequence if not exists %s', sequence);
        exception when unique_violation then
            null; -- somebody else made it in this very moment
        end;
    end if;
    execute format('select nextval(%L)', sequence) into number;
    return format('%s%s〔%s〕%s号', area, case of_form when 'CERTIFICATE' then '税企清' else '税通' end, of_year,
        case when number < 100000 then lpad(number::text, 5, '0') else number::text end);
end;
$$;

-- DR-9: qualified for the instant way and put into the general flow all the same, with the reason given.
create table qualified_but_general (
    case_number text primary key references deregistration,
    reason      text not null,
    noted_by    text not null,
    noted_at    timestamptz not null
);

-- 提请: what 征管科 referred to audit from the watch list.
create table deregistration_referral (
    case_number text primary key references deregistration,
    cause       text not null,
    opinion     text not null,
    referred_by text not null,
    referred_at timestamptz not null
);

-- DR-6: a 简易注销公告 that the registrar pushed, until the taxpayer was told of open items.
create table simplified_notice (
    announcement_no text primary key,
    bureau          text not null references bureau,
    taxpayer_id     text not null,
    taxpayer_name   text not null,
    published_on    date not null,
    open_items      text not null,
    pushed_at       timestamptz not null,
    tell_by_at      timestamptz not null,
    told_by         text,
    told_at         timestamptz,
    told_how        text not null default ''
);
create index simplified_notice_untold on simplified_notice (tell_by_at) where told_at is null;

-- Papers of a deregistration. Configuration, not law; EXEMPT ones are in the bureau's own systems (税总发〔2019〕64号).
insert into material_rule (kind, matter, code, name, demand, reusable, position) values
    ('DEREGISTRATION', 'TAX_CLEARANCE',      'clearanceForm',      '清税申报表',                         'REQUIRED', false, 10),
    ('DEREGISTRATION', 'TAX_CLEARANCE',      'identityPaper',      '经办人身份证件（核验原件）',         'REQUIRED', false, 20),
    ('DEREGISTRATION', 'TAX_CLEARANCE',      'superiorDecision',   '上级主管部门批复或董事会决议',       'EXEMPT',   false, 80),
    ('DEREGISTRATION', 'TAX_CLEARANCE',      'businessLicence',    '营业执照（部门共享可查）',           'EXEMPT',   false, 90),
    ('DEREGISTRATION', 'TAX_DEREGISTRATION', 'deregistrationForm', '注销税务登记申请审批表',             'REQUIRED', false, 10),
    ('DEREGISTRATION', 'TAX_DEREGISTRATION', 'identityPaper',      '经办人身份证件（核验原件）',         'REQUIRED', false, 20),
    ('DEREGISTRATION', 'TAX_DEREGISTRATION', 'taxRegistration',    '税务登记证件正、副本',               'REQUIRED', false, 30),
    ('DEREGISTRATION', 'TAX_DEREGISTRATION', 'superiorDecision',   '上级主管部门批复或董事会决议',       'EXEMPT',   false, 80);
