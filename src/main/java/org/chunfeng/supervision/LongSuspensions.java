package org.chunfeng.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that stood still for more than sixty working days, overlapping suspensions counted once. */
@Component
class LongSuspensions {

    private static final int LONG = 60;

    private final JdbcClient sql;
    private final SupervisionDays days;

    LongSuspensions(JdbcClient sql, SupervisionDays days) {
        this.sql = sql;
        this.days = days;
    }

    private record Pause(
            String caseNumber, LocalDate fromOn, @Nullable LocalDate toOn) {}

    /** Those of a county whose suspensions reach into the time from the first day to the last, which is not counted. */
    List<SupervisionItem> found(String bureau, LocalDate first, LocalDate last) {
        List<Pause> pauses = sql.sql("""
                        select s.case_number, s.from_on, s.to_on from suspension s join case_file f using (case_number)
                        where f.bureau = :bureau and s.from_on < :last and exists (
                            select from suspension o where o.case_number = s.case_number and o.from_on < :last
                                and (o.to_on is null or o.to_on > :first))
                        order by s.case_number, s.from_on""")
                .param("bureau", bureau)
                .param("first", first)
                .param("last", last)
                .query(Pause.class)
                .list();
        var items = new ArrayList<SupervisionItem>();
        for (String caseNumber :
                pauses.stream().map(Pause::caseNumber).distinct().toList()) {
            int stood = stood(
                    pauses.stream()
                            .filter(pause -> pause.caseNumber().equals(caseNumber))
                            .toList(),
                    last);
            if (stood > LONG) {
                items.add(new SupervisionItem(caseNumber, "SUSPENDED", "", null, stood));
            }
        }
        return items;
    }

    private int stood(List<Pause> pauses, LocalDate last) {
        var still = new TreeSet<LocalDate>();
        for (Pause pause : pauses) {
            LocalDate until = pause.toOn() == null || pause.toOn().isAfter(last) ? last : pause.toOn();
            if (until.isAfter(pause.fromOn())) {
                pause.fromOn().datesUntil(until).forEach(still::add);
            }
        }
        return still.stream().mapToInt(day -> days.worked(day, day.plusDays(1))).sum();
    }
}
