package org.chunfeng.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A real PostgreSQL server of our own beside this process: on 127.0.0.1 and a free port, over one data folder, and
 * never another server that happens to answer. Closing it stops the server and keeps the data.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** The owner of what {@link #jdbcUrl} creates; no superuser, as in production. */
    static final String ROLE = "chunfeng";

    private final DataDirectory directory;
    private final EmbeddedPostgres server;

    EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** Starts over the folder, which is made if need be; refused while another process uses it. */
    static EmbeddedDatabase start(Path data, Durability durability) {
        DataDirectory directory = DataDirectory.hold(data);
        try {
            new LeftoverServer(directory.path()).stop();
            var database = new EmbeddedDatabase(directory, ServerProgram.start(directory, durability));
            database.check(durability);
            return database;
        } catch (IOException | SQLException e) {
            throw released(
                    directory, new DatabaseRefused("The database on %s fails: %s".formatted(directory.path(), e), e));
        } catch (RuntimeException e) {
            throw released(directory, e);
        }
    }

    /** The address of a database of this name, which is created if it is not there yet. */
    String jdbcUrl(String database) {
        try (Connection admin = connect();
                Statement sql = admin.createStatement()) {
            if (!exists(sql, "pg_roles where rolname = '%s'".formatted(ROLE))) {
                sql.execute("create role " + ROLE + " login");
            }
            if (!exists(sql, "pg_database where datname = '%s'".formatted(database))) {
                sql.execute("create database \"%s\" owner %s".formatted(database, ROLE));
            }
            return urlOf(database, ROLE);
        } catch (SQLException e) {
            throw new DatabaseRefused("Database %s cannot be created".formatted(database), e);
        }
    }

    /** A superuser's connection, for what only he may do. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(urlOf("postgres", "postgres"));
    }

    @Override
    public void close() {
        try (directory) {
            server.close();
            new LeftoverServer(directory.path()).stop();
        } catch (IOException e) {
            throw new DatabaseRefused("The database on %s cannot be stopped".formatted(directory.path()), e);
        }
    }

    private String urlOf(String database, String role) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(server.getPort(), database, role);
    }

    /** Refuses a server that is not ours, and one that could lose what it acknowledged. */
    void check(Durability durability) throws SQLException, IOException {
        try (Connection admin = connect();
                Statement sql = admin.createStatement()) {
            Path served = Path.of(show(sql, "data_directory"));
            if (Files.notExists(served) || !Files.isSameFile(served, directory.path())) {
                throw new DatabaseRefused(
                        "Port %d is answered by a foreign database on %s, not by ours on %s: start again"
                                .formatted(server.getPort(), served, directory.path()));
            }
            for (Map.Entry<String, String> wanted : durability.settings().entrySet()) {
                String actual = show(sql, wanted.getKey());
                if (!wanted.getValue().equals(actual)) {
                    throw new DatabaseRefused("The database runs with %s=%s instead of %s"
                            .formatted(wanted.getKey(), actual, wanted.getValue()));
                }
            }
        }
    }

    private static String show(Statement sql, String setting) throws SQLException {
        try (ResultSet row = sql.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean exists(Statement sql, String what) throws SQLException {
        try (ResultSet row = sql.executeQuery("select 1 from " + what)) {
            return row.next();
        }
    }

    private static RuntimeException released(DataDirectory directory, RuntimeException failure) {
        try (directory) {
            new LeftoverServer(directory.path()).stop();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
