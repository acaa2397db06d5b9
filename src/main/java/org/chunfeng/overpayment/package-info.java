/** Overpaid taxes and fees: found, classified, cleared; one by one or by the platform's list. */
@ApplicationModule(allowedDependencies = {"audit", "casefile", "deadline", "engine", "notice", "sheet"})
@NullMarked
package org.chunfeng.overpayment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
