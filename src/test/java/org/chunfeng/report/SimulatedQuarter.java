package org.chunfeng.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.Reckoner;
import org.chunfeng.deadline.Suspension;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases of the first quarter of 2024, written to the ledger as the application writes them: some late, some suspended, some
 * still open when the quarter is over. The same every time.
 */
final class SimulatedQuarter {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2024, 3, 31);
    static final String NOW = "2024-04-10T10:00";

    private static final List<String> COUNTIES = List.of("zuoqi", "youqi", "ejina", "gaoxin");
    private static final List<String> MATTERS = List.of("WRONGLY_COLLECTED", "SETTLEMENT", "EXPORT", "INPUT_CREDIT");
    private static final List<String> CAUSES = List.of("WORKLOAD", "TAXPAYER", "OVERSIGHT");
    private static final int CASES = 240;
    private static final int OVERPAYMENTS = 60;

    private final JdbcClient sql;
    private final OfficeHours hours;
    private final Reckoner reckoner;
    private final Random dice = new Random(46);
    private final Instant now;

    SimulatedQuarter(JdbcClient sql, CalendarDays calendar, OfficeHours hours) {
        this.sql = sql;
        this.hours = hours;
        this.reckoner = new Reckoner(calendar.current(), hours);
        this.now = LocalDateTime.parse(NOW).atZone(hours.zone()).toInstant();
    }

    /** Unless it was lived through before in this database. */
    static void liveOnce(JdbcClient sql, CalendarDays calendar, OfficeHours hours) {
        if (sql.sql("select count(*) from case_file where case_number like '%-SIM-2024-%'")
                        .query(Long.class)
                        .single()
                == 0) {
            new SimulatedQuarter(sql, calendar, hours).live();
        }
    }

    private void live() {
        for (int i = 0; i < CASES; i++) {
            live(i);
        }
        for (int i = 0; i < OVERPAYMENTS; i++) {
            clear(i);
        }
    }

    /** One row of the platform's list, classified in time, late or not yet. */
    private void clear(int number) {
        String bureau = COUNTIES.get(number % COUNTIES.size());
        Instant at = hours.at(FIRST.plusDays(number), LocalTime.of(10, 0));
        String caseNumber = "O-SIM-2024-%06d".formatted(number);
        open(caseNumber, "OVERPAYMENT", number % 3 == 0 ? "STOCK" : "INCREMENT", bureau, at, number);
        Instant done = clock(caseNumber, bureau, "classifyOverpayment", at, 10, true, null);
        if (done != null) {
            close(caseNumber, done);
        }
    }

    private void close(String caseNumber, Instant at) {
        sql.sql("update case_file set status = 'CLOSED', outcome = 'PAID', closed_at = ? where case_number = ?")
                .params(Timestamp.from(at), caseNumber)
                .update();
    }

    private void live(int number) {
        String bureau = COUNTIES.get(dice.nextInt(COUNTIES.size()));
        boolean deregistration = dice.nextInt(5) == 0;
        String matter = deregistration ? "" : MATTERS.get(dice.nextInt(MATTERS.size()));
        LocalDate opened = FIRST.minusDays(10).plusDays(dice.nextInt(100));
        Instant at = hours.at(opened, LocalTime.of(9 + dice.nextInt(8), 30));
        String caseNumber = "%s-SIM-2024-%06d".formatted(deregistration ? "D" : "R", number);
        open(caseNumber, deregistration ? "DEREGISTRATION" : "REFUND", matter, bureau, at, number);
        Suspension suspension = suspend(caseNumber, opened);
        Instant reviewed = clock(caseNumber, bureau, "sourceReview", at, 4, true, suspension);
        Instant done = reviewed == null
                ? null
                : clock(caseNumber, bureau, deregistration ? "issueClearance" : "accounting", reviewed, 2, true, null);
        promise(caseNumber, bureau, matter, at, done, suspension);
        if (done != null) {
            close(caseNumber, done);
        }
    }

    private void open(String caseNumber, String kind, String matter, String bureau, Instant at, int number) {
        sql.sql("""
                        insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name,
                            channel, status, opened_by, opened_at, applied_at, accepted_at)
                        values (?, ?, ?, 'SMALL', ?, '91152921FAKE00013N', ?, 'COUNTER', 'HANDLING', 'x', ?, ?, ?)""")
                .params(
                        caseNumber,
                        kind,
                        matter,
                        bureau,
                        number % 7 == 0 ? "=cmd|'/c calc'!A1" : "模拟企业" + number,
                        Timestamp.from(at),
                        Timestamp.from(at),
                        Timestamp.from(at))
                .update();
    }

    private @Nullable Suspension suspend(String caseNumber, LocalDate opened) {
        if (dice.nextInt(6) > 0) {
            return null;
        }
        var suspension = new Suspension(opened.plusDays(1), opened.plusDays(4 + dice.nextInt(6)));
        sql.sql("""
                        insert into suspension (case_number, reason, document_no, requested_by, requested_at, planned_end_on,
                            decided_by, decided_at, from_on, to_on, resumed_by, resumed_at)
                        values (?, 'INSPECTION', '1', 'a', ?, ?, 'b', ?, ?, ?, 'a', ?)""")
                .params(
                        caseNumber,
                        Timestamp.from(now),
                        suspension.to(),
                        Timestamp.from(now),
                        suspension.from(),
                        suspension.to(),
                        Timestamp.from(now))
                .update();
        return suspension;
    }

    /** The end of the clock, or null when it lies after now. */
    private @Nullable Instant clock(
            String caseNumber,
            String bureau,
            String step,
            Instant start,
            int days,
            boolean escalates,
            @Nullable Suspension suspension) {
        int took = dice.nextInt(6) == 0 ? 8 + dice.nextInt(20) : dice.nextInt(days + 2);
        LocalDate end = hours.dateOf(start).plusDays(took);
        Instant stop = hours.at(end, LocalTime.of(17 + dice.nextInt(2), 45));
        Instant stopped = stop.isBefore(now) && !stop.isBefore(start) ? stop : null;
        write(caseNumber, bureau, step, "INTERNAL", "STEP", start, days, escalates, stopped, suspension);
        return stopped;
    }

    private void promise(
            String caseNumber,
            String bureau,
            String matter,
            Instant start,
            @Nullable Instant done,
            @Nullable Suspension suspension) {
        boolean export = matter.equals("EXPORT");
        write(caseNumber, bureau, "promise", "PROMISE", "ACCEPTED", start, export ? 7 : 6, !export, done, suspension);
    }

    private void write(
            String caseNumber,
            String bureau,
            String step,
            String kind,
            String startsFrom,
            Instant start,
            int days,
            boolean escalates,
            @Nullable Instant stopped,
            @Nullable Suspension suspension) {
        Instant due = reckoner.reckon(
                        start, Budget.workingDays(days), suspension == null ? List.of() : List.of(suspension))
                .dueAt();
        long clock = sql.sql("""
                        insert into clock (bureau, case_number, step, epoch, kind, amount, unit, warn_before, starts_from,
                            escalates, rule, source, started_at, opened_at, due_at, provisional, calendar_version)
                        values (?, ?, ?, 1, ?, ?, 'WORKING_DAY', 2, ?, ?, 'simulated', '', ?, ?, ?, false,
                            (select version from calendar_version)) returning clock_id""")
                .params(
                        bureau,
                        caseNumber,
                        step,
                        kind,
                        days,
                        startsFrom,
                        escalates,
                        Timestamp.from(start),
                        Timestamp.from(start),
                        Timestamp.from(due))
                .query(Long.class)
                .single();
        if (stopped != null) {
            stop(clock, startsFrom.equals("STEP") ? bureau + "." + step : "somebody", stopped);
        }
        if (escalates && !due.isAfter(stopped == null ? now : stopped)) {
            breach(clock, startsFrom.equals("STEP") && dice.nextBoolean() ? bureau + ".slow" : "");
        }
    }

    private void stop(long clock, String actor, Instant at) {
        sql.sql("update clock set stopped_at = ? where clock_id = ?")
                .params(Timestamp.from(at), clock)
                .update();
        sql.sql("""
                        insert into clock_event (clock_id, at, kind, actor, amount, unit, calendar_version)
                        values (?, ?, 'STOPPED', ?, 1, 'WORKING_DAY', 1)""").params(clock, Timestamp.from(at), actor).update();
    }

    private void breach(long clock, String handler) {
        long breach = sql.sql("""
                        insert into breach (clock_id, bureau, case_number, step, kind, handler, due_at, recorded_at)
                        select clock_id, bureau, case_number, step, kind, ?, due_at, due_at from clock where clock_id = ?
                        returning breach_id""").params(handler, clock).query(Long.class).single();
        if (dice.nextBoolean()) {
            audit(breach, CAUSES.get(dice.nextInt(CAUSES.size())));
        }
    }

    private void audit(long breach, String cause) {
        String number = "A-SIM-2024-%06d".formatted(breach);
        sql.sql("""
                        insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name,
                            channel, status, opened_by, opened_at, applied_at)
                        select ?, 'AUDIT', f.matter, 'SMALL', f.bureau, f.taxpayer_id, f.taxpayer_name, 'SYSTEM', 'HANDLING',
                            'system', b.recorded_at, b.recorded_at
                        from breach b join case_file f using (case_number) where breach_id = ?""").params(number, breach).update();
        sql.sql("""
                        insert into audit_case (case_number, breach_id, late_case, late_step, late_group)
                        select ?, breach_id, case_number, step, 'taxSource' from breach where breach_id = ?""").params(number, breach).update();
        sql.sql("update audit_case set cause = ? where breach_id = ?")
                .params(cause, breach)
                .update();
    }
}
