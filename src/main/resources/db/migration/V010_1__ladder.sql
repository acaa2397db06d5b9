-- When the next rung of the escalation ladder may be reached, never later than it is: a projection that is reckoned anew
-- whenever the date moves; null where there is nothing to climb, or while the clock stands still.
alter table clock add column next_rung_at timestamptz;
create index clock_rung on clock (next_rung_at) where next_rung_at is not null;

-- The rungs that were climbed: each once, whoever came first decides it by this key, also with two nodes.
create table rung (
    clock_id   bigint not null references clock,
    rung       text not null,
    epoch      int not null,
    planned_at timestamptz not null,
    climbed_at timestamptz not null,
    late       boolean not null,
    primary key (clock_id, rung, epoch)
);
create trigger rung_append_only before update or delete on rung
    for each row execute function refuse_change();

-- What was warned of and escalated before there was a ladder is not told again.
insert into rung
select clock_id, 'warned', epoch, coalesce(warn_at, warned_at), warned_at, false from clock where warned_at is not null;
insert into rung
select clock_id, rung, epoch, breach.due_at, recorded_at, false
from breach join clock using (clock_id) cross join unnest(array ['breached', 'told', 'leaderTold']) rung;
insert into rung
select clock_id, 'auditOpened', epoch, breach.due_at, recorded_at, false
from audit_case join breach using (breach_id) join clock using (clock_id);
update clock set next_rung_at = opened_at
where due_at is not null and (stopped_at is null or clock_id in (select clock_id from breach));
