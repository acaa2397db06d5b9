package org.chunfeng;

import java.lang.reflect.Constructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/** Applies what the application applies at start, without the application. */
final class TestMigrations {

    private TestMigrations() {}

    static void applyTo(String jdbcUrl) {
        Flyway.configure()
                .dataSource(jdbcUrl, null, null)
                .defaultSchema("chunfeng")
                .schemas("chunfeng")
                .locations("classpath:db/migration")
                .javaMigrations(engineSchema())
                .load()
                .migrate();
    }

    /** It is the module's own affair and not visible from here; only Spring makes it otherwise. */
    private static JavaMigration engineSchema() {
        try {
            Constructor<?> constructor =
                    Class.forName("org.chunfeng.system.V001__EngineSchema").getDeclaredConstructor();
            constructor.setAccessible(true);
            return (JavaMigration) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The engine's migration cannot be made", e);
        }
    }
}
