/** The calendar as people see it: a year, its import and signature, the calculator, and why a clock is due when it is. */
@ApplicationModule(allowedDependencies = {"calendar", "casefile", "deadline", "engine"})
@NullMarked
package org.chunfeng.calendarpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
