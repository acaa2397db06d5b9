package org.chunfeng.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a case that belong together, with a table where there are several alike. */
public record FactGroup(
        String title, List<Fact> facts, @Nullable Table table) {

    /** Lines alike; every line has as many cells as there are columns. */
    public record Table(List<String> columns, List<List<String>> lines) {}

    public static FactGroup of(String title, List<Fact> facts) {
        return new FactGroup(title, facts, null);
    }

    public boolean isPersonal() {
        return facts.stream().anyMatch(Fact::isPersonal);
    }

    public FactGroup masked() {
        return new FactGroup(title, facts.stream().map(Fact::masked).toList(), table);
    }
}
