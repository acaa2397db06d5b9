package org.chunfeng.modelview;

import java.util.Arrays;
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

    public String code() {
        return code;
    }

    String condition() {
        return condition;
    }
}
