package org.chunfeng.deadline;

import java.util.List;

/** How many clocks of one step move in one bureau, with a few of them as examples. */
public record MovedPlace(String bureau, String step, int moved, List<MovedClock> examples) {}
