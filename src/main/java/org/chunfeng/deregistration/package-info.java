/** 税务注销: from the application to the clearance certificate, at once or within five or ten working days. */
@ApplicationModule(allowedDependencies = {"audit", "casefile", "deadline", "engine", "notice", "suspension"})
@NullMarked
package org.chunfeng.deregistration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
