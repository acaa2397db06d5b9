package org.chunfeng.supervision;

import org.chunfeng.engine.Texts;

/** A drawn case in one line. */
final class Wording {

    private Wording() {}

    static String line(SupervisionItem item, Texts texts) {
        var line =
                new StringBuilder(item.caseNumber()).append(' ').append(texts.code("supervisionReason", item.reason()));
        if (!item.step().isEmpty()) {
            line.append(' ').append(texts.code("step", item.step()));
        }
        if (item.days() != null) {
            line.append(' ')
                    .append(texts.code("supervision", "days")
                            .replace("{0}", item.days().toString()));
        }
        return line.toString();
    }
}
