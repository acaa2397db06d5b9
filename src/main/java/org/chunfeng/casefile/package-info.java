/** The case as every process sees it: number, taxpayer, bureau, documents, and who did what. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.chunfeng.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
