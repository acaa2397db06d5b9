-- One supervision of one county on one day; the key keeps two nodes from doing it twice.
create table supervision_run (
    supervision_run_id bigint generated always as identity primary key,
    kind               text not null check (kind in ('REFUND_SAMPLE', 'DEREGISTRATION_MONTH', 'DOUBTFUL_QUARTER')),
    due_on             date not null,
    bureau             text not null references bureau,
    case_number        text not null unique references case_file,
    ran_at             timestamptz not null,
    missed             boolean not null, -- done later than on its day
    share_percent      int not null,
    seed               bigint not null,
    found              int, -- how many there were; null until drawn
    outcome            text,
    finding            text not null default '',
    unique (kind, due_on, bureau)
);

-- What was drawn, in the order of the draw.
create table supervision_item (
    supervision_run_id bigint not null references supervision_run,
    position           int not null,
    case_number        text not null references case_file,
    reason             text not null,
    step               text not null,
    due_at             timestamptz,
    days               int, -- working days late, or suspended
    primary key (supervision_run_id, position)
);
create index supervision_item_case on supervision_item (case_number);
