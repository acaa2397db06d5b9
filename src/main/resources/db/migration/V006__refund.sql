-- The facts of a refund beyond the case file. Amounts in fen.
create table refund (
    case_number            text primary key references case_file,
    applicant_role         text not null,
    applicant_name         text not null,
    credit_level           text,
    contact_name           text not null,
    contact_phone          text not null,
    reason                 text not null,
    policy_basis           text not null default '',
    relief_code            text not null default '',
    export_batch           text not null default '',
    tax_year               text not null default '',
    finance_approval       boolean not null default false,
    id_override_reason     text not null default '',
    bank_name              text not null,
    account_name           text not null,
    account_no             text not null,
    account_confirm_reason text not null default '',
    applied_fen            bigint not null,
    approved_fen           bigint,
    interest_fen           bigint not null default 0,
    arrears_fen            bigint not null default 0,
    offset_fen             bigint not null default 0,
    proposal               text,
    opinion                text not null default '',
    paper_requests         int not null default 0
);

create table refund_line (
    case_number text not null references refund,
    line        int not null,
    tax_item    text not null,
    sub_item    text not null default '',
    period_from date not null,
    period_to   date not null,
    voucher_no  text not null,
    paid_fen    bigint not null,
    refund_fen  bigint not null,
    primary key (case_number, line)
);
create index refund_line_voucher on refund_line (voucher_no);

-- 税收收入退还书: one row an issue; a returned one is followed by the next issue.
create table slip (
    slip_no        text primary key,
    case_number    text not null references refund,
    issue          int not null,
    payout_fen     bigint not null,
    offset_fen     bigint not null,
    budget_subject text not null,
    budget_level   text not null,
    treasury_code  text not null,
    state          text not null check (state in ('ISSUED', 'CHECKED', 'SENT', 'PAID', 'WRITTEN_OFF', 'RETURNED', 'VOID')),
    issued_by      text not null,
    issued_at      timestamptz not null,
    checked_by     text,
    sent_at        timestamptz,
    return_reason  text,
    unique (case_number, issue)
);

-- Every answer of the treasury that ever came, whatever became of it.
create table treasury_answer (
    message_id    text primary key,
    slip_no       text not null,
    answer        text not null,
    return_reason text not null default '',
    answered_on   date,
    received_at   timestamptz not null,
    fate          text not null check (fate in ('WAITING', 'APPLIED', 'LATE', 'UNKNOWN_SLIP', 'INVALID'))
);
create index treasury_answer_waiting on treasury_answer (received_at) where fate = 'WAITING';
