package org.chunfeng.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseKind;

/**
 * What a figure is about: a period, and where it belongs; empty means all. It stands in the address, so that a view can be
 * sent as a link.
 *
 * @param person an account, or "-" for work that nobody has finished
 */
public record Scope(
        LocalDate from, LocalDate to, String bureau, String kind, String matter, String step, String person) {

    static final String NOBODY = "-";

    /** The kinds that are not counted unless asked for, as a list of SQL. */
    static final String OF_THE_BUREAU = Stream.of(CaseKind.values())
            .filter(kind -> !kind.isOfTaxpayers())
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", "));

    Period period() {
        return new Period(from, to);
    }

    /** Whether single steps are counted instead of whole cases. */
    public boolean ofSteps() {
        return !step.isEmpty() || !person.isEmpty();
    }

    Scope inBureau(String other) {
        return new Scope(from, to, other, kind, matter, step, person);
    }

    Scope inMatter(String otherKind, String other) {
        return new Scope(from, to, bureau, otherKind, other, step, person);
    }

    Scope inStep(String other) {
        return new Scope(from, to, bureau, kind, matter, other, person);
    }

    Scope ofPerson(String other) {
        return new Scope(from, to, bureau, kind, matter, step, other.isEmpty() ? NOBODY : other);
    }

    Scope during(LocalDate first, LocalDate last) {
        return new Scope(first, last, bureau, kind, matter, step, person);
    }

    /**
     * The condition on the alias p of report_place; what a bureau does on itself (accountability, tickets, supervision) is counted
     * only when asked for. What is not asked for is left out, so that the database does not take it for a restriction when it plans.
     */
    String where() {
        var conditions = new StringJoiner(" and ");
        conditions.add(kind.isEmpty() ? "p.kind not in (" + OF_THE_BUREAU + ")" : "p.kind = :kind");
        add(conditions, bureau, "p.bureau = :bureau");
        add(conditions, matter, "p.matter = :matter");
        add(conditions, step, "p.step = :step");
        add(conditions, person, person.equals(NOBODY) ? "p.person = ''" : "p.person = :person");
        return conditions.toString();
    }

    /**
     * The same on the alias c of a table of sums, where the view is of a part: so that the index alone tells which rows are
     * of other places, and they are not read only to be left out by the join.
     */
    String within() {
        return bureau.isEmpty() && matter.isEmpty() && step.isEmpty() && person.isEmpty()
                ? "true"
                : "c.report_place_id = any(array(select p.report_place_id from report_place p where " + where() + "))";
    }

    private static void add(StringJoiner conditions, String chosen, String condition) {
        if (!chosen.isEmpty()) {
            conditions.add(condition);
        }
    }

    /** The parameters of a statement that uses {@link #where}. */
    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>(parts());
        parameters.put("from", from);
        parameters.put("to", to);
        return parameters;
    }

    private Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("from", from.toString());
        parts.put("to", to.toString());
        parts.put("bureau", bureau);
        parts.put("kind", kind);
        parts.put("matter", matter);
        parts.put("step", step);
        parts.put("person", person);
        return parts;
    }

    /** This view on another page. */
    public String on(String path) {
        return address(path, Map.of());
    }

    /** The list behind a figure of this view. */
    public String list(String figure) {
        return address("/reports/cases", Map.of("figure", figure));
    }

    /** The list behind one value of a distribution. */
    public String list(String figure, String value) {
        return address("/reports/cases", Map.of("figure", figure, "value", value));
    }

    String address(String path, Map<String, String> more) {
        var all = new LinkedHashMap<>(parts());
        all.putAll(more);
        var query = new StringJoiner("&", path + "?", "");
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }
}
