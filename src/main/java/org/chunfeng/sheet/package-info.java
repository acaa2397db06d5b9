/** Tables in files (xlsx, csv), read and written as a stream. Knows no case. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.chunfeng.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
