/** Suspension and resumption of a case (中止), one piece of model that every process of cases can call. */
@ApplicationModule(allowedDependencies = {"casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.suspension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
