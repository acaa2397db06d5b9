/** What the processes need of the engine: typed variables and the entry guard. Knows Camunda, knows no case. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.chunfeng.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
