package org.chunfeng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chunfeng.calendar.CalendarDay.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = CalendarFixture.shipped();

    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void aYearHasItsWorkingDays(int year, int days) {
        assertThat(calendar.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void everyDayOfSevenYearsAgreesWithACountOverTheRawText() {
        Set<String> off = dates("holidays");
        Set<String> worked = dates("workdays");

        LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> {
            boolean weekday = day.getDayOfWeek().getValue() < 6;
            boolean expected = worked.contains(day.toString()) || weekday && !off.contains(day.toString());
            assertThat(calendar.isWorkingDay(day)).as("%s", day).isEqualTo(expected);
        });
        assertThat(off).hasSize(30 + 31 + 32 + 26 + 28 + 28 + 33);
    }

    private static Set<String> dates(String list) {
        var found = new HashSet<String>();
        var lists = Pattern.compile("\"" + list + "\": \\[([^]]*)]").matcher(CalendarFixture.file());
        while (lists.find()) {
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
                    .matcher(lists.group(1))
                    .results()
                    .forEach(date -> found.add(date.group()));
        }
        return found;
    }

    @Test
    void aWeekendWorkedIsAWorkingDayWithItsReason() {
        CalendarDay day = calendar.day(LocalDate.of(2021, 2, 7));

        assertThat(day).isEqualTo(new CalendarDay(LocalDate.of(2021, 2, 7), Kind.MAKE_UP, "春节(调休上班)", true));
    }

    @Test
    void aMissingYearIsRefusedByItsNumber() {
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 3, 1)))
                .isInstanceOf(CalendarMissing.class)
                .hasMessageContaining("CALENDAR_MISSING(2027)");
    }

    @Test
    void aMissingYearIsAnsweredFromWeekendsAndStandingLawAndMarkedSo() {
        assertThat(calendar.day(LocalDate.of(2027, 1, 1)))
                .isEqualTo(new CalendarDay(LocalDate.of(2027, 1, 1), Kind.HOLIDAY, "元旦", false));
        assertThat(calendar.day(LocalDate.of(2027, 1, 2)).kind()).isEqualTo(Kind.WEEKEND);
        assertThat(calendar.day(LocalDate.of(2027, 2, 5)).working()).isFalse();
        assertThat(calendar.day(LocalDate.of(2028, 2, 8)))
                .isEqualTo(new CalendarDay(LocalDate.of(2028, 2, 8), Kind.WORKDAY, "", false));
    }

    @Test
    void countsForwardBackwardAndBetween() {
        LocalDate beforeFestival = LocalDate.of(2021, 2, 10);

        assertThat(calendar.next(beforeFestival)).isEqualTo("2021-02-18");
        assertThat(calendar.nth(LocalDate.of(2021, 2, 5), 6)).isEqualTo("2021-02-19");
        assertThat(calendar.onOrBefore(LocalDate.of(2021, 2, 17))).isEqualTo(beforeFestival);
        assertThat(calendar.onOrAfter(LocalDate.of(2021, 2, 11))).isEqualTo("2021-02-18");
        assertThat(calendar.between(beforeFestival, LocalDate.of(2021, 2, 18))).isEqualTo(1);
        assertThat(calendar.between(beforeFestival, LocalDate.of(2021, 2, 1))).isZero();
    }

    @Test
    void aLaterDecreeReplacesItsYearOnly() {
        var moved = CalendarFixture.aDecree(2026, Stream.of(LocalDate.of(2026, 11, 24)), Stream.empty());

        WorkCalendar changed = calendar.with(2, java.util.List.of(moved));

        assertThat(changed.isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(changed.isWorkingDay(LocalDate.of(2025, 10, 1))).isFalse();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
    }
}
