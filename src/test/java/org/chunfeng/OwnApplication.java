package org.chunfeng;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test that starts an application, or an engine, of its own. It runs in a process of its own: the engine is known
 * by name to its whole process, and the doors of the shared application would lead to the wrong one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("ownApplication")
public @interface OwnApplication {}
