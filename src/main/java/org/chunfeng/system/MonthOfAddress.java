package org.chunfeng.system;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a month (yyyy-MM) in an address; one that no calendar of ours reaches is refused like any other word. */
@Component
class MonthOfAddress implements Converter<String, YearMonth> {

    @Override
    public @Nullable YearMonth convert(String text) {
        if (text.isBlank()) {
            return null;
        }
        YearMonth month = YearMonth.parse(text.strip());
        if (month.getYear() < 1990 || month.getYear() > 2100) {
            throw new IllegalArgumentException("Month %s, expected 1990-01 to 2100-12".formatted(month));
        }
        return month;
    }
}
