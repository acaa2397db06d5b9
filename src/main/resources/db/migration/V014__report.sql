-- What reports count. Everything here can be made anew from the ledger (clock, breach, case_file, audit_case) except
-- report_use, which is stored once, and report_month, which is frozen on purpose.

-- Which case or clock has changed since it was last counted; written by triggers in the very transaction of the change, so
-- that nothing is missed whoever commits first, and taken away in the transaction that counts it.
create table report_change (
    report_change_id bigint generated always as identity primary key,
    case_number      text not null,
    clock_id         bigint
);

-- Where a figure belongs: everything that people filter and group by, the day apart.
create table report_place (
    report_place_id int generated always as identity primary key,
    bureau          text not null,
    kind            text not null,
    matter          text not null,
    step            text not null, -- empty for the case as a whole
    person          text not null, -- who finished the step, or held it when its time ran out; empty when nobody did yet
    clock_kind      text not null,
    counts          boolean not null, -- whether exceeding it is a breach
    unique (bureau, kind, matter, step, person, clock_kind, counts)
);

-- How many working days a stopped clock used and was allowed, suspensions taken out.
create table report_use (
    clock_id         bigint primary key references clock,
    used             int not null,
    allowed          int, -- null when it stood still at its end
    calendar_version bigint not null
);

-- One row for each clock, and one for each case (step empty): what it was counted as, and the lists behind the figures.
create table report_fact (
    case_number     text not null,
    step            text not null,
    epoch           int not null,
    clock_id        bigint,
    report_place_id int not null references report_place,
    started_on      date not null,
    stopped_on      date,
    due_at          timestamptz,
    late            boolean not null,
    used            int,
    allowed         int,
    breached_on     date,
    cause           text not null,
    primary key (case_number, step, epoch)
);
create index report_fact_started on report_fact (started_on, report_place_id);
create index report_fact_stopped on report_fact (stopped_on, report_place_id);
create index report_fact_breached on report_fact (breached_on, report_place_id) where breached_on is not null;
create index report_fact_open on report_fact (due_at) where stopped_on is null and due_at is not null;

-- Counters by day (D), by month (M) and by year (Y), each kept together on disk: a period is the sum of few rows, however
-- many cases there are.
create table report_cell (
    grain           char(1) not null check (grain in ('D', 'M', 'Y')),
    day             date not null,
    report_place_id int not null references report_place,
    started         bigint not null,
    stopped         bigint not null,
    late            bigint not null,
    breached        bigint not null,
    measured        bigint not null,
    used            bigint not null,
    allowed         bigint not null,
    primary key (grain, day, report_place_id)
) partition by list (grain);
create table report_cell_day partition of report_cell for values in ('D');
create table report_cell_month partition of report_cell for values in ('M');
create table report_cell_year partition of report_cell for values in ('Y');

-- The same for what has a value: ON_TIME and LATE (working days used less those allowed), CAUSE, and DUE (open clocks by
-- the second they are due, by day only).
create table report_tally (
    topic           text not null,
    grain           char(1) not null check (grain in ('D', 'M', 'Y')),
    day             date not null,
    report_place_id int not null references report_place,
    value           text not null,
    n               bigint not null,
    primary key (topic, grain, day, report_place_id, value)
) partition by list (grain);
create table report_tally_day partition of report_tally for values in ('D');
create table report_tally_month partition of report_tally for values in ('M');
create table report_tally_year partition of report_tally for values in ('Y');
create index report_tally_void on report_tally (topic) where n = 0;

create function report_note_clock() returns trigger
    language plpgsql as
$$
begin
    insert into chunfeng.report_change (case_number, clock_id) values (new.case_number, new.clock_id);
    return null;
end;
$$;
create trigger clock_started_reported after insert on clock
    for each row execute function report_note_clock();
create trigger clock_moved_reported after update of stopped_at, due_at on clock
    for each row when (old.stopped_at is distinct from new.stopped_at or old.due_at is distinct from new.due_at)
    execute function report_note_clock();

create function report_note_breach() returns trigger
    language plpgsql as
$$
begin
    insert into chunfeng.report_change (case_number, clock_id)
    values (new.case_number, new.clock_id), (new.case_number, null);
    return null;
end;
$$;
create trigger breach_reported after insert on breach
    for each row execute function report_note_breach();

create function report_note_cause() returns trigger
    language plpgsql as
$$
begin
    insert into chunfeng.report_change (case_number, clock_id)
    select b.case_number, b.clock_id from chunfeng.breach b where b.breach_id = new.breach_id;
    return null;
end;
$$;
create trigger audit_case_reported after update of cause on audit_case
    for each row when (old.cause is distinct from new.cause)
    execute function report_note_cause();

create function report_note_case() returns trigger
    language plpgsql as
$$
begin
    insert into chunfeng.report_change (case_number) values (new.case_number);
    if tg_op = 'UPDATE' and (old.bureau, old.kind, old.matter) is distinct from (new.bureau, new.kind, new.matter) then
        insert into chunfeng.report_change (case_number, clock_id)
        select c.case_number, c.clock_id from chunfeng.clock c where c.case_number = new.case_number;
    end if;
    return null;
end;
$$;
create trigger case_file_opened_reported after insert on case_file
    for each row execute function report_note_case();
create trigger case_file_moved_reported after update of closed_at, bureau, kind, matter on case_file
    for each row when ((old.closed_at, old.bureau, old.kind, old.matter) is distinct from
                       (new.closed_at, new.bureau, new.kind, new.matter))
    execute function report_note_case();

insert into report_change (case_number) select case_number from case_file;
insert into report_change (case_number, clock_id) select case_number, clock_id from clock;

-- A month as it was reported. A correction is a new edition; none is ever changed.
create table report_month (
    month            date not null,
    bureau           text not null, -- empty for the whole prefecture
    edition          int not null,
    figures          text not null,
    sha256           char(64) not null,
    calendar_version bigint not null,
    rules_version    text not null,
    frozen_by        text not null,
    frozen_at        timestamptz not null,
    primary key (month, bureau, edition)
);
create trigger report_month_append_only before update or delete on report_month
    for each row execute function refuse_change();
