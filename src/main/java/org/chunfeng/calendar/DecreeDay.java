package org.chunfeng.calendar;

import java.time.LocalDate;

/** A day that a decree names: off, or worked although it would be off (调休上班). */
public record DecreeDay(LocalDate date, boolean working, String name) implements Comparable<DecreeDay> {

    @Override
    public int compareTo(DecreeDay other) {
        return date.compareTo(other.date);
    }
}
