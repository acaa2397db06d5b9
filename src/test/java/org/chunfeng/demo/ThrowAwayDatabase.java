package org.chunfeng.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** One server for the tests of this JVM, in the first folder under target/ that no other JVM holds. */
public final class ThrowAwayDatabase {

    private static final int FOLDERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedDatabase database;

    private ThrowAwayDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    public static ThrowAwayDatabase start() {
        var started = new ThrowAwayDatabase(EmbeddedDatabase.start(emptyFolder(), Durability.NONE));
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        return started;
    }

    /** A folder without data that nobody uses at the moment. */
    public static Path emptyFolder() {
        for (int folder = 1; folder <= FOLDERS; folder++) {
            Path data = Path.of("target", "postgres", Integer.toString(folder));
            if (emptied(data)) {
                return data;
            }
        }
        throw new IllegalStateException("All %d folders under target/postgres are in use".formatted(FOLDERS));
    }

    /** The address, user included, of the database of this name; it is created when first asked for. */
    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
    }

    /** Creates a database as a copy of another, to which nobody may be connected. */
    public String copy(String template, String name) {
        try (Connection admin = database.connect();
                Statement sql = admin.createStatement()) {
            sql.execute(
                    "create database \"%s\" template \"%s\" owner %s".formatted(name, template, EmbeddedDatabase.ROLE));
            return database.jdbcUrl(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be copied from " + template, e);
        }
    }

    /** Application contexts close at the same time as this runs, and use the database for their last words. */
    private void stop() {
        try (database;
                Connection admin = database.connect();
                Statement sql = admin.createStatement()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (hasClients(sql) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' database is not there any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasClients(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(
                "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            return row.next();
        }
    }

    private static boolean emptied(Path data) {
        try (DataDirectory held = DataDirectory.hold(data)) {
            new LeftoverServer(held.path()).stop();
            FileSystemUtils.deleteRecursively(held.path());
            Files.deleteIfExists(held.log());
            return true;
        } catch (DatabaseRefused inUse) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("The leftovers in " + data + " cannot be removed", e);
        }
    }
}
