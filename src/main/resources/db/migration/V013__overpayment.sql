-- The facts of an overpayment beyond the case file. Amounts in fen. The natural key makes one row of the platform's list
-- one case, whoever loads it and however often; the case file follows in the same transaction.
create table overpayment (
    case_number        text primary key references case_file deferrable initially deferred,
    natural_key        text not null unique,
    found_by           text not null check (found_by in ('COUNTER', 'PLATFORM', 'CASE')),
    import_id          bigint,
    import_row         int,
    tax_item           text not null,
    sub_item           text not null default '',
    period_from        date not null,
    period_to          date not null,
    voucher_no         text not null,
    paid_fen           bigint not null,
    id_override_reason text not null default '',
    remark             text not null default '',
    contact_name       text not null default '',
    contact_phone      text not null default '',
    bank_name          text not null default '',
    account_name       text not null default '',
    account_no         text not null default '',
    class              text check (class in ('REFUND', 'OFFSET_ARREARS', 'OFFSET_NEXT_PERIOD', 'DECLARATION_FIX', 'CANNOT_CLEAR')),
    refund_matter      text not null default '',
    classified_by      text,
    classified_at      timestamptz,
    opinion            text not null default '',
    reason             text,
    reason_text        text not null default '',
    recheck_on         date,
    settled_fen        bigint,
    settled_by_voucher text not null default '',
    settled_on         date
);
create index overpayment_import_case on overpayment (import_id) where import_id is not null;
create index overpayment_class on overpayment (class);
create index overpayment_open on case_file (bureau, matter, arisen_on) where kind = 'OVERPAYMENT' and status <> 'CLOSED';

-- Every marking a case ever got: a later one does not erase that of an earlier month.
create table overpayment_marking (
    overpayment_marking_id bigint generated always as identity primary key,
    case_number            text not null references case_file,
    class                  text not null,
    reason                 text,
    reason_text            text not null default '',
    recheck_on             date,
    marked_by              text not null,
    marked_at              timestamptz not null
);
create index overpayment_marking_case on overpayment_marking (case_number);
create index overpayment_marking_month on overpayment_marking (marked_at);

-- One upload of the platform's list: who loaded what and when, and how far it has come. rows_done is the cursor: it moves
-- in the transaction of the rows it counts.
create table overpayment_import (
    import_id   bigint generated always as identity primary key,
    bureau      text not null references bureau,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    file_name   text not null,
    format      text not null check (format in ('XLSX', 'CSV')),
    encoding    text not null default '',
    size        bigint not null,
    sha256      char(64) not null,
    state       text not null check (state in ('RUNNING', 'CANCELLED', 'DONE', 'FAILED')),
    rows_total  int not null,
    rows_done   int not null default 0,
    accepted    int not null default 0,
    duplicate   int not null default 0,
    changed     int not null default 0,
    rejected    int not null default 0,
    started_at  timestamptz,
    finished_at timestamptz,
    worked_ms   bigint not null default 0,
    problem     text not null default ''
);
create index overpayment_import_running on overpayment_import (import_id) where state = 'RUNNING';
create index overpayment_import_bureau on overpayment_import (bureau, import_id desc);

-- The upload itself in pieces, so that neither node nor driver ever holds it whole.
create table overpayment_import_part (
    import_id bigint not null references overpayment_import on delete cascade,
    part      int not null,
    content   bytea not null,
    primary key (import_id, part)
);
alter table overpayment_import_part alter column content set storage external;

-- What became of each row; the cells are kept where somebody has to correct or look at them.
create table overpayment_import_row (
    import_id   bigint not null references overpayment_import on delete cascade,
    row_no      int not null,
    outcome     text not null check (outcome in ('ACCEPTED', 'DUPLICATE', 'CHANGED', 'REJECTED')),
    case_number text,
    reason      text not null default '',
    cells       text[],
    primary key (import_id, row_no)
);
create index overpayment_import_row_bad on overpayment_import_row (import_id, row_no) where outcome <> 'ACCEPTED';
