/** The models as people read them: the drawing with what is open, at risk and overdue at each step, and the cases behind. */
@ApplicationModule(allowedDependencies = {"casefile", "engine"})
@NullMarked
package org.chunfeng.modelview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
