/** Wires the application: engine, clock, sign-in, errors, pages. Nobody depends on it. */
@ApplicationModule
@NullMarked
package org.chunfeng.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
