-- Which process asked for a suspension and works on it. occasion: the event sub-process of the case that asked;
-- process_instance: the process "suspension" that decided it and waits for the resumption.
alter table suspension
    add column occasion         text,
    add column process_instance text,
    add column requesting_group text not null default '',
    add column ended_because    text not null default '';
create unique index suspension_occasion on suspension (occasion) where occasion is not null;
create unique index suspension_process on suspension (process_instance) where process_instance is not null;

-- A case may wait for several decisions of the same kind at once, each in a process of its own.
drop index clock_open;
create unique index clock_open on clock (case_number, step, coalesce(process_instance, '')) where stopped_at is null;
