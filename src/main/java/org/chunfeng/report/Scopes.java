package org.chunfeng.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody asks for, within what he may see: county people their county, the prefecture's people all. */
@Component
class Scopes {

    private static final int MOST_YEARS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final Actors actors;
    private final Filters filters;
    private final Texts texts;
    private final Clock clock;

    Scopes(Actors actors, Filters filters, Texts texts, Clock clock) {
        this.actors = actors;
        this.filters = filters;
        this.texts = texts;
        this.clock = clock;
    }

    /** The filters as they stand in the address. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String bureau,
            @Nullable String kind,
            @Nullable String matter,
            @Nullable String step,
            @Nullable String person) {

        /** This month of a bureau. */
        static Asked of(@Nullable String bureau) {
            return new Asked(null, null, bureau, null, null, null, null);
        }
    }

    /** This month unless a period is named; what is wrong is refused, each by name. */
    Scope of(Asked asked) {
        LocalDate today = LocalDate.now(clock);
        var refusals = new Refusals(texts);
        LocalDate from = date("from", asked.from(), today.withDayOfMonth(1), refusals);
        LocalDate to = date("to", asked.to(), from.withDayOfMonth(from.lengthOfMonth()), refusals);
        if (refusals.isEmpty()
                && (to.isBefore(from) || from.plusYears(MOST_YEARS).isBefore(to))) {
            refusals.add("to", "reportPeriod");
        }
        var scope = new Scope(
                from,
                to,
                bureau(asked),
                text(asked.kind()),
                text(asked.matter()),
                text(asked.step()),
                text(asked.person()));
        filters.check(scope, refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(400, refusals.all());
        }
        return scope;
    }

    private String bureau(Asked asked) {
        Actor actor = actors.current();
        return actor.prefecture() ? text(asked.bureau()) : actor.bureau();
    }

    private static LocalDate date(String field, @Nullable String asked, LocalDate otherwise, Refusals refusals) {
        if (text(asked).isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text(asked));
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // refused as any other wrong date
        }
        refusals.add(field, "reportDate");
        return otherwise;
    }

    private static String text(@Nullable String asked) {
        return asked == null ? "" : asked.strip();
    }
}
