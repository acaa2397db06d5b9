-- A clock of a step or of a whole case. What it was started with is kept here, what happened to it in clock_event and
-- suspension; due_at, warn_at, target_on, provisional and suspended are projections of those and of the calendar.
create table clock (
    clock_id           bigint generated always as identity primary key,
    bureau             text not null references bureau,
    case_number        text not null references case_file,
    step               text not null,
    epoch              int not null,
    process_instance   text,
    kind               text not null,
    amount             int not null,
    unit               text not null,
    fixed_on           date,
    warn_before        int not null,
    warn_after_minutes int,
    starts_from        text not null,
    escalates          boolean not null,
    rule               text not null,
    source             text not null,
    started_at         timestamptz not null,
    opened_at          timestamptz not null,
    due_at             timestamptz,
    warn_at            timestamptz,
    target_on          date,
    provisional        boolean not null,
    suspended          boolean not null default false,
    calendar_version   bigint not null,
    warned_at          timestamptz,
    stopped_at         timestamptz,
    unique (case_number, step, epoch)
);
create unique index clock_open on clock (case_number, step) where stopped_at is null;
create index clock_due on clock (due_at) where stopped_at is null;
create index clock_stale on clock (calendar_version) where stopped_at is null;

create table clock_event (
    clock_event_id   bigint generated always as identity primary key,
    clock_id         bigint not null references clock,
    at               timestamptz not null,
    kind             text not null check (kind in ('STARTED', 'SUSPENDED', 'RESUMED', 'BUDGET_CHANGED',
                         'CALENDAR_CHANGED', 'STOPPED', 'BREACHED')),
    actor            text not null,
    reason           text not null default '',
    amount           int not null,
    unit             text not null,
    fixed_on         date,
    old_due_at       timestamptz,
    new_due_at       timestamptz,
    calendar_version bigint not null
);
create index clock_event_clock on clock_event (clock_id);

-- 办理时限中止: of all clocks of a case that may be suspended, or of one. from_on is set by the approval, to_on by the
-- resumption; both are days, half-open.
create table suspension (
    suspension_id  bigint generated always as identity primary key,
    case_number    text not null references case_file,
    clock_id       bigint references clock,
    reason         text not null,
    document_no    text not null,
    note           text not null default '',
    requested_by   text not null,
    requested_at   timestamptz not null,
    planned_end_on date not null,
    decided_by     text,
    decided_at     timestamptz,
    from_on        date,
    to_on          date,
    resumed_by     text,
    resumed_at     timestamptz,
    reminded_at    timestamptz,
    constraint four_eyes check (decided_by is null or decided_by <> requested_by),
    constraint forwards check (to_on is null or to_on >= from_on)
);
create index suspension_case on suspension (case_number);
create index suspension_open on suspension (planned_end_on) where to_on is null;

-- One row for each clock that was exceeded; never erased, whatever happens to the clock or the calendar later.
create table breach (
    breach_id   bigint generated always as identity primary key,
    clock_id    bigint not null unique references clock,
    bureau      text not null references bureau,
    case_number text not null references case_file,
    step        text not null,
    kind        text not null,
    handler     text not null,
    due_at      timestamptz not null,
    recorded_at timestamptz not null
);
create index breach_case on breach (case_number);
create index breach_bureau on breach (bureau, due_at);

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name;
end;
$$;
create trigger clock_event_append_only before update or delete on clock_event
    for each row execute function refuse_change();
create trigger breach_append_only before update or delete on breach
    for each row execute function refuse_change();

-- How far the recomputation after a calendar change has come; one row for each version, summed over all nodes.
create table calendar_review (
    version     bigint primary key,
    started_at  timestamptz not null,
    updated_at  timestamptz not null,
    examined    int not null,
    moved       int not null,
    unchanged   int not null,
    provisional int not null
);
