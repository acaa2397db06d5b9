package org.chunfeng.deadline;

import java.util.Collection;

/** Knows which rungs a clock has; implemented where escalation is, which this module need not know. */
public interface LadderPlan {

    Collection<RungPlace> places(String step, String matter, Rule rule);
}
