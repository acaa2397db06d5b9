package org.chunfeng.report;

import java.util.List;

/** On-time rates by bureau and step: a row for each bureau, a column for each step; empty cells finished nothing. */
public record HeatMap(List<String> steps, List<Row> rows) {

    /** The cells of one bureau, in the order of the steps. */
    public record Row(String bureau, List<Line> cells) {}
}
