package org.chunfeng.calendarpage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.Unit;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the calculator is asked, as it stands in the address.
 *
 * @param start a day or a minute in the bureau's zone; a day means its opening
 * @param amount how many, where the unit counts
 * @param date only for FIXED_DATE
 */
record DeadlineQuestion(
        @Nullable String start,
        @Nullable String amount,
        @Nullable String unit,
        @Nullable String date) {

    /** More than a year of working days is no deadline of this bureau, and nobody reads its explanation. */
    static final int MOST = 400;

    boolean isEmpty() {
        return start == null && amount == null && unit == null && date == null;
    }

    /** A question that can be answered. */
    record Readable(Instant startedAt, Budget budget) {}

    /** Refuses naming every field that cannot be read. */
    Readable read(OfficeHours hours, Texts texts) {
        var refusals = new Refusals(texts);
        LocalDateTime startedAt = start(hours, refusals);
        Optional<Unit> unit = unit(refusals);
        Budget budget = unit.map(known -> budget(known, refusals)).orElse(null);
        if (!refusals.isEmpty() || startedAt == null || budget == null) {
            throw new Refused(400, refusals.all());
        }
        return new Readable(startedAt.atZone(hours.zone()).toInstant(), budget);
    }

    private @Nullable LocalDateTime start(OfficeHours hours, Refusals refusals) {
        String text = text(start);
        try {
            LocalDateTime read = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(hours.opens());
            if (read.getYear() >= Years.FIRST && read.getYear() <= Years.LAST) {
                return read;
            }
        } catch (DateTimeException notADate) {
            // refused below, with what is out of range
        }
        refusals.add("start", text.isEmpty() ? "required" : "calendar.start");
        return null;
    }

    private Optional<Unit> unit(Refusals refusals) {
        var known = Arrays.stream(Unit.values())
                .filter(one -> one.name().equals(text(unit)))
                .findFirst();
        if (known.isEmpty()) {
            refusals.add("unit", text(unit).isEmpty() ? "required" : "unknownCode", text(unit));
        }
        return known;
    }

    private @Nullable Budget budget(Unit unit, Refusals refusals) {
        if (unit == Unit.FIXED_DATE) {
            return fixedDate(refusals);
        }
        if (unit == Unit.SAME_DAY || unit == Unit.END_OF_NEXT_MONTH) {
            return Budget.of(0, unit);
        }
        String text = text(amount);
        int read = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (read < 1 || read > MOST) {
            refusals.add("amount", text.isEmpty() ? "required" : "calendar.amount", MOST);
            return null;
        }
        return Budget.of(read, unit);
    }

    private @Nullable Budget fixedDate(Refusals refusals) {
        try {
            LocalDate read = LocalDate.parse(text(date));
            if (read.getYear() >= Years.FIRST && read.getYear() <= Years.LAST) {
                return Budget.until(read);
            }
        } catch (DateTimeException notADate) {
            // refused below, with what is out of range
        }
        refusals.add("date", text(date).isEmpty() ? "required" : "notADate");
        return null;
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
