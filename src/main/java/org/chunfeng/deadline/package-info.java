/** Clocks against the deadlines of the plan and the law, and the breaches they lead to. */
@ApplicationModule(allowedDependencies = {"calendar", "casefile", "engine"})
@NullMarked
package org.chunfeng.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
