package org.chunfeng.calendarpage;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the State Council's own notices in what a decree names as its source. */
final class Notice {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+\\.gov\\.cn/[\\w/.-]*\\w");

    private Notice() {}

    static List<String> in(String source) {
        return ADDRESS.matcher(source).results().map(MatchResult::group).toList();
    }

    /** What to show where there is little room: the notices, or the source itself if it names none. */
    static String shortened(String source) {
        List<String> notices = in(source);
        return notices.isEmpty() ? source : String.join("　", notices);
    }
}
