package org.chunfeng.report;

import java.util.Arrays;
import java.util.List;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a filter that names nothing from one that merely finds nothing. */
@Component
class Filters {

    private final Labels labels;
    private final Texts texts;
    private final JdbcClient sql;

    Filters(Labels labels, Texts texts, JdbcClient sql) {
        this.labels = labels;
        this.texts = texts;
        this.sql = sql;
    }

    void check(Scope scope, Refusals refusals) {
        require(isBureau(scope.bureau()), "bureau", refusals);
        require(isKind(scope.kind()), "kind", refusals);
        require(hasName("matter", scope.matter()), "matter", refusals);
        require(hasName("step", scope.step()), "step", refusals);
        require(isPerson(scope), "person", refusals);
    }

    void checkCause(String cause, Refusals refusals) {
        require(cause.equals(Figure.NONE) || hasName("cause", cause), "cause", refusals);
    }

    static void require(boolean holds, String field, Refusals refusals) {
        if (!holds) {
            refusals.add(field, "reportChoice");
        }
    }

    private boolean isBureau(String bureau) {
        List<String> known = bureau.isEmpty()
                ? List.of("")
                : labels.bureaus().stream().map(Bureau::bureau).toList();
        return known.contains(bureau);
    }

    private static boolean isKind(String kind) {
        return kind.isEmpty()
                || Arrays.stream(CaseKind.values()).anyMatch(one -> one.name().equals(kind));
    }

    private boolean hasName(String list, String code) {
        return code.isEmpty() || !texts.code(list, code).equals(code);
    }

    /** Who has left keeps what he did; whom this bureau has not seen is not named to it. */
    private boolean isPerson(Scope scope) {
        if (scope.person().isEmpty() || scope.person().equals(Scope.NOBODY)) {
            return true;
        }
        return sql.sql("select exists (select from report_place where person = ? and (? = '' or bureau = ?))")
                .params(scope.person(), scope.bureau(), scope.bureau())
                .query(Boolean.class)
                .single();
    }
}
