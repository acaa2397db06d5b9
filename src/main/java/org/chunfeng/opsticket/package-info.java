/** 运维: what the front desk cannot do goes to the prefecture, which solves it or tells the region within a day. Nobody depends on it. */
@ApplicationModule(allowedDependencies = {"audit", "casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.opsticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
