package org.chunfeng.report;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A figure, and the condition of the list behind it on the aliases f (report_fact) and p (report_place). */
enum Figure {
    CARRIED("carried", "f.started_on < :from and (f.stopped_on is null or f.stopped_on >= :from)", "f.started_on"),
    RECEIVED("received", "f.started_on between :from and :to", "f.started_on"),
    FINISHED("finished", "f.stopped_on between :from and :to", "f.stopped_on"),
    ON_TIME("onTime", "f.stopped_on between :from and :to and not f.late", "f.stopped_on"),
    LATE("late", "f.stopped_on between :from and :to and f.late", "f.stopped_on"),
    OPEN("open", "f.started_on <= :to and (f.stopped_on is null or f.stopped_on > :to)", "f.started_on"),
    BREACHES("breaches", "f.breached_on between :from and :to", "f.breached_on"),
    CAUSE(
            "cause",
            "f.breached_on between :from and :to and f.cause = case :value when '-' then '' else :value end",
            "f.breached_on"),
    OVERDUE("overdue", "f.stopped_on is null and f.due_at <= :now", "f.due_at"),
    DUE_TODAY("today", "f.stopped_on is null and f.due_at > :now and f.due_at < :tomorrow", "f.due_at"),
    DUE_WEEK("week", "f.stopped_on is null and f.due_at > :now and f.due_at < :nextWeek", "f.due_at"),
    AGE(
            "age",
            "f.stopped_on is null and f.due_at <= :now and (f.due_at at time zone :zone)::date between "
                    + "cast(split_part(:value, '..', 1) as date) and cast(split_part(:value, '..', 2) as date)",
            "f.due_at"),
    MEASURED("measured", "f.stopped_on between :from and :to and f.allowed is not null", "f.stopped_on"),
    /** Export refunds, whose promise counts on average only (RF-5). */
    AVERAGE("average", "f.stopped_on between :from and :to and f.allowed is not null", "f.stopped_on"),
    SPREAD("spread", "f.stopped_on between :from and :to and f.used - f.allowed = cast(:value as int)", "f.stopped_on"),
    OVERRUN("overrun", "f.stopped_on between :from and :to and f.late and f.allowed is not null", "f.stopped_on");

    /** In an address: the value of what has none yet. */
    static final String NONE = "-";

    private final String code;
    private final String condition;
    private final String order;

    Figure(String code, String condition, String order) {
        this.code = code;
        this.condition = condition;
        this.order = order;
    }

    static @Nullable Figure of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    String code() {
        return code;
    }

    /** Whether it counts whole cases when the view is not of steps. */
    private boolean isFlow() {
        return ordinal() <= OPEN.ordinal();
    }

    private boolean isPace() {
        return this == MEASURED || this == SPREAD;
    }

    boolean ofSteps(Scope scope) {
        return scope.ofSteps() || !isFlow();
    }

    String where(Scope scope) {
        return scope.where()
                + (ofSteps(scope) ? " and p.step <> ''" : " and p.step = ''")
                + (this == AVERAGE ? "" : " and p.counts")
                + (isPace() && !scope.ofSteps() ? " and p.clock_kind = 'PROMISE'" : "")
                + " and " + condition;
    }

    String order() {
        return order;
    }
}
