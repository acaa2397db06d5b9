package org.chunfeng.report;

import java.util.Map;

/** The addresses of a list behind a figure: its other pages, and its files. */
public record CaseLinks(Scope scope, String figure, String value) {

    public String page(int page) {
        return scope.address("/reports/cases", Map.of("figure", figure, "value", value, "page", String.valueOf(page)));
    }

    public String file(String ending) {
        return scope.address("/reports/cases." + ending, Map.of("figure", figure, "value", value));
    }
}
