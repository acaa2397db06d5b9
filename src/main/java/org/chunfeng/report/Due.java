package org.chunfeng.report;

/** Open clocks: those overdue, those due today, and those due until the end of this week; the overdue ones apart. */
public record Due(long overdue, long today, long week) {

    static final Due NONE = new Due(0, 0, 0);
}
