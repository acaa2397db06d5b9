package org.chunfeng.report;

/** The statements that turn the ledger into facts, and facts into sums. */
final class FactSql {

    /**
     * What a clock is counted as. It belongs to whom its time ran out on, else to who finished it; where the system did, to
     * who acted last before.
     */
    private static final String CLOCKS = """
            select c.case_number, c.step, c.epoch, c.clock_id, c.bureau, f.kind as kind, f.matter,
                coalesce(nullif(b.handler, ''), done.actor, '') as person, c.kind as clock_kind, c.escalates as counts,
                (c.opened_at at time zone :zone)::date as started_on, (c.stopped_at at time zone :zone)::date as stopped_on,
                c.due_at, c.stopped_at is not null and coalesce(c.due_at <= c.stopped_at, false) as late, u.used, u.allowed,
                (b.due_at at time zone :zone)::date as breached_on, coalesce(a.cause, '') as cause
            from clock c join case_file f using (case_number) left join breach b using (clock_id)
                left join audit_case a using (breach_id) left join report_use u using (clock_id)
                left join lateral (
                    select coalesce(nullif(e.actor, 'system'), (
                        select v.actor from case_event v where v.case_number = c.case_number and v.actor <> 'system'
                            and v.at between c.opened_at and c.stopped_at order by v.case_event_id desc limit 1)) as actor
                    from clock_event e
                    where e.clock_id = c.clock_id and e.kind = 'STOPPED' and c.starts_from in ('STEP', 'SENT')
                    order by e.clock_event_id desc limit 1) done on true
            where c.clock_id = any(:clocks)
            """;

    /** What a case is counted as: late when any of its deadlines was exceeded. */
    private static final String CASES = """
            select f.case_number, '' as step, 0 as epoch, null::bigint as clock_id, f.bureau, f.kind, f.matter, '' as person,
                '' as clock_kind, true as counts, (f.opened_at at time zone :zone)::date as started_on,
                (f.closed_at at time zone :zone)::date as stopped_on, null::timestamptz as due_at,
                exists (select from breach b where b.case_number = f.case_number) as late, null::int as used,
                null::int as allowed, null::date as breached_on, '' as cause
            from case_file f where f.case_number = any(:cases)
            """;

    private static final String FRESH = CLOCKS + " union all " + CASES;

    static final String PLACES = """
            insert into report_place (bureau, kind, matter, step, person, clock_kind, counts)
            select distinct bureau, kind, matter, step, person, clock_kind, counts from (%s) fresh
            where not exists (
                select from report_place p
                where (p.bureau, p.kind, p.matter, p.step, p.person, p.clock_kind, p.counts)
                    = (fresh.bureau, fresh.kind, fresh.matter, fresh.step, fresh.person, fresh.clock_kind, fresh.counts))
            on conflict do nothing
            """.formatted(FRESH);

    /** Takes what the facts were counted as out of the sums, and puts in what they are now. */
    static final String APPLY = """
            with fresh as materialized (
                select s.*, p.report_place_id from (%s) s
                join report_place p using (bureau, kind, matter, step, person, clock_kind, counts)),
            version as materialized (
                select 1 as sign, report_place_id, started_on, stopped_on, due_at, late, used, allowed, breached_on, cause, counts
                from fresh
                union all
                select -1, f.report_place_id, f.started_on, f.stopped_on, f.due_at, f.late, f.used, f.allowed, f.breached_on,
                    f.cause, p.counts
                from fresh join report_fact f using (case_number, step, epoch)
                    join report_place p on p.report_place_id = f.report_place_id),
            counted as (
                select report_place_id, point.* from version v cross join lateral (values
                    (v.started_on, v.sign, 0, 0, 0, 0, 0, 0),
                    (v.stopped_on, 0, v.sign, case when v.late then v.sign else 0 end, 0,
                        case when v.allowed is null then 0 else v.sign end, coalesce(v.sign * v.used, 0),
                        coalesce(v.sign * v.allowed, 0)),
                    (v.breached_on, 0, 0, 0, v.sign, 0, 0, 0))
                    as point (day, started, stopped, late, breached, measured, used, allowed)
                where point.day is not null),
            cells as (
                insert into report_cell as known
                select grain, from_day, report_place_id, sum(started) as started, sum(stopped), sum(late), sum(breached),
                    sum(measured), sum(used), sum(allowed)
                from counted cross join lateral (values ('D', day), ('M', date_trunc('month', day)::date),
                    ('Y', date_trunc('year', day)::date)) as g (grain, from_day)
                group by grain, from_day, report_place_id
                having (sum(started), sum(stopped), sum(late), sum(breached), sum(measured), sum(used), sum(allowed))
                    is distinct from (0, 0, 0, 0, 0, 0, 0)
                on conflict (grain, day, report_place_id) do update set
                    started = known.started + excluded.started, stopped = known.stopped + excluded.stopped,
                    late = known.late + excluded.late, breached = known.breached + excluded.breached,
                    measured = known.measured + excluded.measured, used = known.used + excluded.used,
                    allowed = known.allowed + excluded.allowed),
            valued as (
                select report_place_id, sign, point.* from version v cross join lateral (values
                    (case when v.late then 'LATE' else 'ON_TIME' end,
                        case when v.allowed is not null then v.stopped_on end, (v.used - v.allowed)::text),
                    ('CAUSE', v.breached_on, v.cause),
                    ('DUE', case when v.stopped_on is null and v.counts then (v.due_at at time zone :zone)::date end,
                        extract(epoch from v.due_at)::bigint::text))
                    as point (topic, day, value)
                where point.day is not null),
            tallies as (
                insert into report_tally as known
                select topic, grain, from_day, report_place_id, value, sum(sign)
                from valued cross join lateral (values ('D', day), ('M', date_trunc('month', day)::date),
                    ('Y', date_trunc('year', day)::date)) as g (grain, from_day)
                where topic <> 'DUE' or grain = 'D'
                group by topic, grain, from_day, report_place_id, value
                having sum(sign) <> 0
                on conflict (topic, grain, day, report_place_id, value) do update set n = known.n + excluded.n)
            insert into report_fact as known
            select case_number, step, epoch, clock_id, report_place_id, started_on, stopped_on, due_at, late, used, allowed,
                breached_on, cause
            from fresh
            on conflict (case_number, step, epoch) do update set
                report_place_id = excluded.report_place_id, stopped_on = excluded.stopped_on, due_at = excluded.due_at,
                late = excluded.late, used = excluded.used, allowed = excluded.allowed, breached_on = excluded.breached_on,
                cause = excluded.cause
            where (known.report_place_id, known.stopped_on, known.due_at, known.late, known.used, known.allowed,
                known.breached_on, known.cause) is distinct from (excluded.report_place_id, excluded.stopped_on,
                excluded.due_at, excluded.late, excluded.used, excluded.allowed, excluded.breached_on, excluded.cause)
            """.formatted(FRESH);

    /** Keeps the breach report's own rows up with the facts. */
    static final String BREACHES = """
            insert into report_breach as known
            select f.clock_id, f.case_number, f.breached_on, b.due_at, f.stopped_on, p.bureau, p.kind, p.matter, p.step, p.person,
                c.taxpayer_name, case when f.stopped_on is not null then coalesce(f.used - f.allowed, 0) end, f.cause, a.conclusion
            from breach b join clock k on k.clock_id = b.clock_id
                join report_fact f on (f.case_number, f.step, f.epoch) = (k.case_number, k.step, k.epoch)
                join report_place p on p.report_place_id = f.report_place_id join case_file c on c.case_number = f.case_number
                left join audit_case a on a.breach_id = b.breach_id
            where b.clock_id = any(:clocks) and f.breached_on is not null and p.counts
            on conflict (clock_id) do update set
                (breached_on, due_at, stopped_on, bureau, kind, matter, person, taxpayer_name, late, cause, conclusion)
                = (excluded.breached_on, excluded.due_at, excluded.stopped_on, excluded.bureau, excluded.kind, excluded.matter,
                excluded.person, excluded.taxpayer_name, excluded.late, excluded.cause, excluded.conclusion)
            where known.* is distinct from excluded.*
            """;

    private FactSql() {}
}
