package org.chunfeng.calendarpage;

import org.chunfeng.engine.Refused;

/** The years that can be asked for. */
final class Years {

    static final int FIRST = 2015;
    static final int LAST = 2099;

    private Years() {}

    static int read(String text, Wording wording) {
        int year = text.strip().matches("\\d{4}") ? Integer.parseInt(text.strip()) : 0;
        if (year < FIRST || year > LAST) {
            throw Refused.of(400, wording.text("refusal.calendar.year", String.valueOf(FIRST), String.valueOf(LAST)));
        }
        return year;
    }
}
