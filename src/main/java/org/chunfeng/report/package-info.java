/**
 * Figures for supervisors, and the cases behind each. Reads our own tables only, never the engine's; nobody depends on it
 * but supervision.
 */
@ApplicationModule(allowedDependencies = {"calendar", "casefile", "deadline", "engine", "notice"})
@NullMarked
package org.chunfeng.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
