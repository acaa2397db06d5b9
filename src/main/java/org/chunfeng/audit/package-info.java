/** The accountability case that a breach opens. */
@ApplicationModule(allowedDependencies = {"casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
