package org.chunfeng.report;

import java.util.List;
import java.util.Map;

/** The addresses of the breach report: its other pages and orders, and its files. */
public record BreachLinks(Scope scope, String cause, String order) {

    /** The columns in their order. */
    public List<String> columns() {
        return List.of(
                "case", "taxpayer", "bureau", "step", "handler", "due", "done", "late", "cause", "stage", "conclusion");
    }

    public String page(int page) {
        return scope.address("/reports/breaches", Map.of("cause", cause, "sort", order, "page", String.valueOf(page)));
    }

    /** Sorted by that column; the other way round when it is already. */
    public String sorted(String column) {
        String wanted = order.equals(column) ? "-" + column : column;
        return scope.address("/reports/breaches", Map.of("cause", cause, "sort", wanted));
    }

    /** As assistive technology is told: ascending, descending or none. */
    public String direction(String column) {
        if (order.equals(column)) {
            return "ascending";
        }
        return order.equals("-" + column) ? "descending" : "none";
    }

    public String file(String ending) {
        return scope.address("/reports/breaches." + ending, Map.of("cause", cause, "sort", order));
    }
}
