package org.chunfeng.supervision;

import org.chunfeng.engine.Texts;

/** What was drawn, in words: how much of how much, and a drawn case in one line. */
final class Wording {

    private Wording() {}

    static String drawn(int found, int drawn, Texts texts) {
        return texts.code("supervision", found == 0 ? "foundNone" : "foundAndDrawn")
                .replace("{found}", String.valueOf(found))
                .replace("{drawn}", String.valueOf(drawn));
    }

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
