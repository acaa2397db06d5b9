package org.chunfeng.report;

/** The average of export refunds in one county and month, against its limit (RF-5). */
public record AverageLine(String bureau, String month, Scope scope, Counts counts) {}
