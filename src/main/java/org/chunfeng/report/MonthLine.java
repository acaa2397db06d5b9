package org.chunfeng.report;

/** One month of the trend. */
public record MonthLine(String label, Scope scope, Counts counts) {}
