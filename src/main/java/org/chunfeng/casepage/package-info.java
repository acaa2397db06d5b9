/** The case as people see it: beside a form in Tasklist, as a page, and printed. */
@ApplicationModule(allowedDependencies = {"casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.casepage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
