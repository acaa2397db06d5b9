/** The demo: a database and a mail server inside the process, people, a year of cases and the time machine. */
@ApplicationModule
@NullMarked
package org.chunfeng.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
