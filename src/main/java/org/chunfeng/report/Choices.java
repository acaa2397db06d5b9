package org.chunfeng.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.engine.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen in the filters: only what has been counted, and only what this person may see. */
@Component
class Choices {

    private final JdbcClient sql;
    private final Labels labels;
    private final Actors actors;
    private final Clock clock;

    Choices(JdbcClient sql, Labels labels, Actors actors, Clock clock) {
        this.sql = sql;
        this.labels = labels;
        this.actors = actors;
        this.clock = clock;
    }

    /** A period that people ask for often. */
    record Span(String name, Scope scope) {}

    private record Matter(String kind, String matter) {}

    /** The counties, for people who see more than one. */
    List<Bureau> bureaus() {
        return actors.current().prefecture() ? labels.bureaus() : List.of();
    }

    /** Without the prefecture itself. */
    List<Bureau> counties() {
        return bureaus().stream().filter(bureau -> !bureau.isPrefecture()).toList();
    }

    Map<String, String> kinds() {
        return named("kind", distinct("kind"));
    }

    Map<String, String> matters() {
        var found = new LinkedHashMap<String, String>();
        sql.sql("select distinct kind, matter from report_place where matter <> '' and kind not in (%s) order by 1, 2"
                        .formatted(Scope.OF_THE_BUREAU))
                .query(Matter.class)
                .list()
                .forEach(one -> found.put(one.matter(), labels.matter(one.kind(), one.matter())));
        return found;
    }

    Map<String, String> steps() {
        return named("step", distinct("step"));
    }

    Map<String, String> people(Scope scope) {
        List<String> accounts = sql.sql(
                        "select distinct person from report_place where person <> '' and (? = '' or bureau = ?)")
                .params(scope.bureau(), scope.bureau())
                .query(String.class)
                .list();
        Map<String, String> names = labels.namesOf(accounts);
        var found = new LinkedHashMap<String, String>();
        accounts.stream().sorted().forEach(one -> found.put(one, names.getOrDefault(one, one)));
        return found;
    }

    /** This month, the last one, this quarter, this year, and the twelve months up to now. */
    List<Span> spans(Scope scope) {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        var spans = new ArrayList<Span>();
        spans.add(span("thisMonth", scope, month, 1));
        spans.add(span("lastMonth", scope, month.minusMonths(1), 1));
        spans.add(span("thisQuarter", scope, quarter, 3));
        spans.add(span("thisYear", scope, month.withDayOfYear(1), 12));
        spans.add(span("twelveMonths", scope, month.minusMonths(11), 12));
        return spans;
    }

    private static Span span(String name, Scope scope, LocalDate first, int months) {
        return new Span(name, scope.during(first, first.plusMonths(months).minusDays(1)));
    }

    private List<String> distinct(String column) {
        return sql.sql("select distinct %1$s from report_place where %1$s <> '' order by 1".formatted(column))
                .query(String.class)
                .list();
    }

    private Map<String, String> named(String list, List<String> codes) {
        var found = new LinkedHashMap<String, String>();
        codes.forEach(code -> found.put(code, labels.code(list, code)));
        return found;
    }
}
