package org.chunfeng.modelview;

import java.util.Arrays;
import org.chunfeng.modelview.OpenClocks.Count;
import org.jspecify.annotations.Nullable;

/** How an open clock stands, with the condition on the alias c (clock). */
enum Standing {
    OPEN("open", "true"),
    AT_RISK("atRisk", "not c.suspended and c.warn_at <= :now and c.due_at > :now"),
    OVERDUE("overdue", "c.due_at <= :now");

    private final String code;
    private final String condition;

    Standing(String code, String condition) {
        this.code = code;
        this.condition = condition;
    }

    static @Nullable Standing of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    long of(Count count) {
        return switch (this) {
            case OPEN -> count.open();
            case AT_RISK -> count.atRisk();
            case OVERDUE -> count.overdue();
        };
    }

    public String code() {
        return code;
    }

    String condition() {
        return condition;
    }
}
