package org.chunfeng;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.chunfeng.demo.ThrowAwayDatabase;

/**
 * The tests' database: one real PostgreSQL per JVM, started when first asked for, stopped with the JVM; durability is
 * off, everything else is as the demo has it.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A fresh, empty database at every call; the address includes the user. */
    public static String jdbcUrl() {
        return jdbcUrl("test" + NUMBER.incrementAndGet());
    }

    /** The database of this name, empty when first asked for. */
    public static String jdbcUrl(String name) {
        return Server.RUNNING.jdbcUrl(name);
    }

    /** A fresh database with every migration applied, the engine's tables included; quick, because copied. */
    public static String migratedUrl() {
        return Server.RUNNING.copy(Migrated.TEMPLATE, "test" + NUMBER.incrementAndGet());
    }

    /** A copy of the database of this name, to which nobody may be connected. */
    public static String copyOf(String name) {
        return Server.RUNNING.copy(name, "test" + NUMBER.incrementAndGet());
    }

    /** A pool over {@link #migratedUrl}, with the application's search path. */
    public static DataSource migrated() {
        var pool = new HikariConfig();
        pool.setJdbcUrl(migratedUrl());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setConnectionInitSql("set search_path to public, chunfeng");
        var opened = new HikariDataSource(pool);
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
        return opened;
    }

    /** Holds the server until the JVM ends. */
    private static final class Server {
        static final ThrowAwayDatabase RUNNING = ThrowAwayDatabase.start();
    }

    /** Holds the name of the database the copies are taken from. */
    private static final class Migrated {
        static final String TEMPLATE = migrate();

        private static String migrate() {
            TestMigrations.applyTo(jdbcUrl("migrated"));
            return "migrated";
        }
    }
}
