package org.chunfeng.calendar;

/** A decree was signed: whatever was reckoned with an older version has to be reckoned again. */
public record CalendarChanged(long version, int year) {}
