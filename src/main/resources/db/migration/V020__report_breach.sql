-- The breach report sorts by any column over any period: one narrow row for each breach, and an index for each order, so that
-- a page is read from its index however many breaches there are. Made anew from the ledger like all that reports count.
create table report_breach (
    clock_id      bigint primary key references clock,
    case_number   text not null,
    breached_on   date not null,
    due_at        timestamptz not null,
    stopped_on    date, -- null while it is still open
    bureau        text not null,
    kind          text not null,
    matter        text not null,
    step          text not null,
    person        text not null,
    taxpayer_name text not null,
    late          int, -- working days; null while it is still open
    cause         text not null,
    conclusion    text
);

create index report_breach_due on report_breach (breached_on, due_at, clock_id);
create index report_breach_case on report_breach (case_number, clock_id);
create index report_breach_taxpayer on report_breach (taxpayer_name, breached_on desc, clock_id desc);
create index report_breach_bureau on report_breach (bureau, breached_on desc, clock_id desc);
create index report_breach_step on report_breach (step, breached_on desc, clock_id desc);
create index report_breach_person on report_breach (person, breached_on desc, clock_id desc);
create index report_breach_done on report_breach (stopped_on nulls first, breached_on desc, clock_id desc);
create index report_breach_late on report_breach (late, breached_on, clock_id) where late is not null;
create index report_breach_running on report_breach (breached_on) where late is null;
create index report_breach_cause on report_breach (cause, breached_on desc, clock_id desc);
create index report_breach_conclusion on report_breach (conclusion, breached_on desc, clock_id desc);

insert into report_breach
select f.clock_id, f.case_number, f.breached_on, b.due_at, f.stopped_on, p.bureau, p.kind, p.matter, p.step, p.person,
    c.taxpayer_name, case when f.stopped_on is not null then coalesce(f.used - f.allowed, 0) end, f.cause, a.conclusion
from report_fact f join report_place p on p.report_place_id = f.report_place_id
    join case_file c on c.case_number = f.case_number join breach b on b.clock_id = f.clock_id
    left join audit_case a on a.breach_id = b.breach_id
where f.breached_on is not null and p.counts;

drop trigger audit_case_reported on audit_case;
create trigger audit_case_reported after update of cause, conclusion on audit_case
    for each row when ((old.cause, old.conclusion) is distinct from (new.cause, new.conclusion))
    execute function report_note_cause();

create function report_note_taxpayer() returns trigger
    language plpgsql as
$$
begin
    insert into chunfeng.report_change (case_number, clock_id)
    select b.case_number, b.clock_id from chunfeng.breach b where b.case_number = new.case_number;
    return null;
end;
$$;
create trigger case_file_renamed_reported after update of taxpayer_name on case_file
    for each row when (old.taxpayer_name is distinct from new.taxpayer_name)
    execute function report_note_taxpayer();

-- The cases that closed late, behind the on-time rate: few among all.
create index report_fact_late on report_fact (stopped_on, report_place_id) where late;

-- A view reads a few thousand counters: to start workers for that takes longer than to read them, the more so while others
-- work.
alter table report_cell_day set (parallel_workers = 0);
alter table report_cell_month set (parallel_workers = 0);
alter table report_cell_year set (parallel_workers = 0);
alter table report_tally_day set (parallel_workers = 0);
alter table report_tally_month set (parallel_workers = 0);
alter table report_tally_year set (parallel_workers = 0);
alter table report_breach set (parallel_workers = 0);
