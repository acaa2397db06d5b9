package org.chunfeng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.chunfeng.calendar.CalendarRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecreeFileTest {

    private final DecreeFile file = new DecreeFile();

    @Test
    void theShippedFileHoldsSevenYears() {
        var decrees = file.read(CalendarFixture.file());

        assertThat(decrees).extracting(Decree::year).containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(decrees).allSatisfy(decree -> assertThat(decree.source()).contains("gov.cn"));
    }

    @Test
    void theHashIsOfTheDaysNotOfTheirOrderOrSource() {
        var one = file.read("""
                {"2027": {"holidays": ["2027-01-01", "2027-01-04"], "workdays": ["2027-01-09"], "source": "a"}}""");
        var other = file.read("""
                {"2027": {"holidays": ["2027-01-04", "2027-01-01"], "workdays": ["2027-01-09"], "source": "b"}}""");
        var different = file.read("""
                {"2027": {"holidays": ["2027-01-04"], "workdays": ["2027-01-09"], "source": "a"}}""");

        assertThat(one.get(0).hash()).isEqualTo(other.get(0).hash());
        assertThat(one.get(0).hash()).isNotEqualTo(different.get(0).hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | UNREADABLE",
                "[] | UNREADABLE",
                "{} | UNREADABLE",
                "{\"2027\": []} | UNREADABLE",
                "{\"2027\": {\"holidays\": \"2027-01-01\"}} | UNREADABLE",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"]}, \"2027\": {\"holidays\": [\"2027-01-01\"]}} | LISTED_TWICE",
                "{\"next\": {\"holidays\": [\"2027-01-01\"]}} | YEAR_UNKNOWN",
                "{\"1027\": {\"holidays\": [\"1027-01-01\"]}} | YEAR_UNKNOWN",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"], \"workday\": [\"2027-01-09\"]}} | PART_UNKNOWN",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"]}} | SOURCE_MISSING",
                "{\"2027\": {\"holidays\": [\"1 January\"]}} | DAY_UNKNOWN",
                "{\"2027\": {\"holidays\": [20270101]}} | DAY_UNKNOWN",
                "{\"2027\": {\"holidays\": [\"2027-02-29\"]}} | DAY_UNKNOWN",
                "{\"2027\": {\"holidays\": [\"2028-01-01\"]}} | DATE_OUTSIDE_YEAR",
                "{\"2027\": {\"holidays\": [\"2027-01-01\", \"2027-01-01\"]}} | DAY_LISTED_TWICE",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"], \"workdays\": [\"2027-01-01\"]}} | DAY_OFF_AND_WORKED",
                "{\"2027\": {\"holidays\": [], \"workdays\": [\"2027-01-02\"]}} | NO_DAYS",
            })
    void aWrongFileIsRefusedWithItsReason(String text, Reason reason) {
        CalendarRefused refused = catchThrowableOfType(CalendarRefused.class, () -> file.read(text));

        assertThat(refused.reason()).isEqualTo(reason);
    }
}
