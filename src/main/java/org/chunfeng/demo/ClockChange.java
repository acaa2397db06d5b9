package org.chunfeng.demo;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants the time to be.
 *
 * @param now bureau time, such as 2026-12-01T09:00
 * @param advance how far ahead: P1D, PT4H, or 3WD for three working days
 * @param reset back to the real time, or to an earlier {@code now}; without it the time only goes forward
 */
record ClockChange(
        @Nullable String now,
        @Nullable String advance,
        @Nullable Boolean reset) {

    boolean mayGoBack() {
        return Boolean.TRUE.equals(reset);
    }
}
