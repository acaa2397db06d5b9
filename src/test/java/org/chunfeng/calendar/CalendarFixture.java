package org.chunfeng.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The shipped calendar, and small ones made up for a test. */
public class CalendarFixture {

    private CalendarFixture() {}

    public static final OfficeHours HOURS = new OfficeHours(
            ZoneId.of("Asia/Shanghai"),
            LocalTime.of(9, 0),
            LocalTime.of(12, 0),
            LocalTime.of(15, 0),
            LocalTime.of(18, 0));

    public static final List<StatutoryDay> LAW = List.of(
            new StatutoryDay(null, MonthDay.of(1, 1), "元旦"),
            new StatutoryDay(null, MonthDay.of(10, 1), "国庆节"),
            new StatutoryDay(2027, MonthDay.of(2, 5), "除夕"));

    public static String file() {
        try {
            return new ClassPathResource("calendar/cn-holidays.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public static WorkCalendar shipped() {
        return new WorkCalendar(1, new DecreeFile().read(file()), LAW);
    }

    public static Decree aDecree(int year, Stream<LocalDate> off, Stream<LocalDate> worked) {
        var days = Stream.concat(
                off.map(day -> new DecreeDay(day, false, "假日")), worked.map(day -> new DecreeDay(day, true, "调休上班")));
        return new Decree(year, "测试", days.toList());
    }
}
