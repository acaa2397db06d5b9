/** Which days are working days, and what the nth one is. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.chunfeng.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
