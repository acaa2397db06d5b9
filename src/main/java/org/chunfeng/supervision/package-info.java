/** Supervision of the counties (督导): runs by itself on its days, and is followed up by levy administration. Nobody depends on it. */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
