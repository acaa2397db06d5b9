package org.chunfeng.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to one step: the values as they came, who sent them, when, and for which case.
 *
 * <p>Serializable, because the engine takes no other object as a variable, even as a transient one.
 *
 * @param caseNumber null at a start, when there is no case yet
 * @param today the bureau's date at the time of sending
 */
public record Submission(
        String step, @Nullable String caseNumber, Actor actor, LocalDate today, Map<String, Object> values)
        implements Serializable {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,16}(\\.\\d{1,10})?");

    /** The trimmed text of a field, empty when absent. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }

    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** True only for an explicit yes; unknown is never yes. */
    public boolean flag(String field) {
        return "true".equalsIgnoreCase(text(field));
    }

    /** Yuan as they were typed; empty when absent or not an amount of money: negative, or with more than two decimals. */
    public Optional<BigDecimal> amount(String field) {
        return number(field).filter(amount -> amount.signum() >= 0 && amount.scale() <= 2);
    }

    /** A plain decimal number; empty when absent or not a number. */
    Optional<BigDecimal> number(String field) {
        String text = text(field);
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** An ISO date (yyyy-MM-dd); empty when absent or not a date. */
    public Optional<LocalDate> date(String field) {
        try {
            return has(field)
                    ? Optional.of(LocalDate.parse(text(field))).filter(Submission::isOfOurTimes)
                    : Optional.empty();
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** No date that anybody means, and none that the database cannot keep. */
    private static boolean isOfOurTimes(LocalDate date) {
        return date.getYear() >= 1900 && date.getYear() < 3000;
    }

    /** Codes of a comma separated list. */
    public List<String> codes(String field) {
        return has(field) ? List.of(text(field).split("\\s*,\\s*")) : List.of();
    }

    /** The lines (1, 2, …) on which at least one of the given fields was filled in; line 1 is always among them. */
    public List<Integer> lines(List<Field> perLine) {
        return IntStream.rangeClosed(1, Field.MOST_LINES)
                .filter(line -> line == 1 || perLine.stream().anyMatch(field -> has(field.onLine(line))))
                .boxed()
                .toList();
    }
}
