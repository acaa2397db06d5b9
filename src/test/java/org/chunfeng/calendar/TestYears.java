package org.chunfeng.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decrees for tests of the whole application, which all share one calendar: whoever signs one takes it away again. */
public final class TestYears {

    /** 1 January 2027 off and the Sunday after it worked. Made up: nobody knows the real notice yet. */
    public static final String MADE_UP_2027 = """
            {"2027": {"holidays": ["2027-01-01"], "workdays": ["2027-01-03"],
              "names": {"2027-01-01": "元旦", "2027-01-03": "元旦(调休上班)"}, "source": "测试，并非国务院通知"}}""";

    private TestYears() {}

    /** The shipped decree of 2026 with these days off besides. */
    public static Decree changed2026(String... alsoOff) {
        Decree shipped = new DecreeFile()
                .read(CalendarFixture.file()).stream()
                        .filter(decree -> decree.year() == 2026)
                        .findFirst()
                        .orElseThrow();
        var more = Stream.of(alsoOff).map(day -> new DecreeDay(LocalDate.parse(day), false, "临时放假"));
        return new Decree(
                2026, "测试", Stream.concat(shipped.days().stream(), more).toList());
    }

    /** The calendar as it was shipped. */
    public static void restore(JdbcClient sql, CalendarDays days, CalendarImports imports) {
        sql.sql("update decree set state = 'DISCARDED' where state = 'DRAFT'").update();
        sql.sql("update decree set state = 'DISCARDED', version = null where year > 2026 and version is not null")
                .update();
        sql.sql("update calendar_version set version = version + 1").update();
        days.refresh();
        imports.draft(new DecreeFile().read(CalendarFixture.file()), "alxa.levyAdmin")
                .forEach(id -> imports.sign(id, "alxa.camunda-admin", "复原"));
    }
}
