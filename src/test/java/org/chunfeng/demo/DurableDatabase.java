package org.chunfeng.demo;

import java.nio.file.Path;

/** The embedded server with the demo's durability, for benchmarks and for tests that kill. */
public final class DurableDatabase implements AutoCloseable {

    private final EmbeddedDatabase database;

    private DurableDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    public static DurableDatabase start(Path data) {
        var started = new DurableDatabase(EmbeddedDatabase.start(data, Durability.FULL));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
    }

    @Override
    public void close() {
        database.close();
    }
}
