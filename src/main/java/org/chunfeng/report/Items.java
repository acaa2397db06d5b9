package org.chunfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.OfficeHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lists behind the figures. */
@Repository
class Items {

    private static final String FROM = " from report_fact f join report_place p using (report_place_id) where ";

    private final JdbcClient sql;
    private final OfficeHours hours;

    Items(JdbcClient sql, OfficeHours hours) {
        this.sql = sql;
        this.hours = hours;
    }

    /** What is listed: the figure, the value of a distribution (else empty), and the moment it is read. */
    record Question(Scope scope, Figure figure, String value, Moment moment) {}

    List<Item> find(Question question, int size, long offset) {
        String order = question.figure().order();
        return asked(
                        "select f.*, c.taxpayer_name, c.taxpayer_id, c.status from ("
                                + "select f.*, p.bureau, p.kind, p.matter, p.person" + FROM
                                + question.figure().where(question.scope())
                                + " order by " + order + " desc, f.case_number desc, f.step limit :size offset :offset"
                                + ") f join case_file c using (case_number) order by " + order
                                + " desc, f.case_number desc, f.step",
                        question)
                .param("size", size)
                .param("offset", offset)
                .query(Items::item)
                .list();
    }

    long count(Question question) {
        return asked("select count(*)" + FROM + question.figure().where(question.scope()), question)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String statement, Question question) {
        Moment moment = question.moment();
        return sql.sql(statement)
                .params(question.scope().parameters())
                .param("value", question.value())
                .param("zone", hours.zone().getId())
                .param("now", Timestamp.from(moment.now()))
                .param("tomorrow", midnight(moment.today().plusDays(1)))
                .param("nextWeek", midnight(moment.weekEnd().plusDays(1)));
    }

    private Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(hours.zone()).toInstant());
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new Item(
                row.getString("case_number"),
                row.getString("step"),
                row.getString("bureau"),
                row.getString("kind"),
                row.getString("matter"),
                row.getString("person"),
                row.getString("taxpayer_name"),
                row.getString("taxpayer_id"),
                row.getString("status"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("stopped_on", LocalDate.class),
                due == null ? null : due.toInstant(),
                row.getBoolean("late"),
                row.getObject("used", Integer.class),
                row.getObject("allowed", Integer.class));
    }
}
