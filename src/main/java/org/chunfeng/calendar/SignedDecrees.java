package org.chunfeng.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendars that the signed decree sets make, one for each version. */
@Repository
class SignedDecrees {

    private final JdbcClient sql;

    SignedDecrees(JdbcClient sql) {
        this.sql = sql;
    }

    long version() {
        return sql.sql("select version from calendar_version").query(Long.class).single();
    }

    /** The version is read first: a signature in between makes the calendar newer than its number, never older. */
    WorkCalendar inForce() {
        return asOf(version());
    }

    /** Of each year the set that was signed last, up to that version. */
    WorkCalendar asOf(long version) {
        Map<Integer, List<DecreeDay>> days = new TreeMap<>();
        Map<Integer, String> sources = new TreeMap<>();
        sql.sql("""
                        select year, source, day, working, name from (
                            select distinct on (year) decree_id, year, source from decree where version <= ?
                            order by year, version desc) signed
                        join decree_day using (decree_id)""").param(version).query(row -> {
            int year = row.getInt("year");
            sources.put(year, row.getString("source"));
            days.computeIfAbsent(year, any -> new ArrayList<>())
                    .add(new DecreeDay(
                            row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")));
        });
        var decrees = days.entrySet().stream()
                .map(year -> new Decree(year.getKey(), sources.get(year.getKey()), year.getValue()))
                .toList();
        return new WorkCalendar(version, decrees, standingLaw());
    }

    private List<StatutoryDay> standingLaw() {
        return sql.sql("select year, month, day_of_month, name from statutory_day")
                .query((row, number) -> new StatutoryDay(
                        row.getObject("year", Integer.class),
                        MonthDay.of(row.getInt("month"), row.getInt("day_of_month")),
                        row.getString("name")))
                .list();
    }
}
