package org.chunfeng.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.chunfeng.demo.DurableDatabase;

/** The benchmarks' database: as durable as the demo's, unlike that of the tests. */
public final class BenchDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private BenchDatabase() {}

    /** A fresh database at every call. */
    public static String url() {
        return Server.RUNNING.jdbcUrl("bench" + NUMBER.incrementAndGet());
    }

    private static final class Server {
        static final DurableDatabase RUNNING = start();

        private static DurableDatabase start() {
            try {
                return DurableDatabase.start(
                        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
