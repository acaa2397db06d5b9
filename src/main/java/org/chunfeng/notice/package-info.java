/** Everything that is told to somebody: hand-overs, warnings, escalations, receipts. */
@ApplicationModule(allowedDependencies = {"casefile", "engine"})
@NullMarked
package org.chunfeng.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
