/** The refund of taxes and fees, from the counter to the treasury. */
@ApplicationModule(allowedDependencies = {"audit", "casefile", "deadline", "engine", "notice", "suspension"})
@NullMarked
package org.chunfeng.refund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
