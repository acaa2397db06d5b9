package org.chunfeng.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;

/** Unpacks the server's programs and starts them over a data folder, with few connections and little memory. */
final class ServerProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> SMALL_AND_LOCAL = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "timezone", "Asia/Shanghai",
            "log_timezone", "Asia/Shanghai",
            "max_connections", "60",
            "shared_buffers", "48MB",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "jit", "off");

    private ServerProgram() {}

    static EmbeddedPostgres start(DataDirectory directory, Durability durability) throws IOException {
        Redirect log = Redirect.appendTo(directory.log().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setDataDirectory(directory.path())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // whatever LC_ALL says: that locale need not be installed
                .setLocaleConfig("locale", "C");
        SMALL_AND_LOCAL.forEach(builder::setServerConfig);
        durability.settings().forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new DatabaseRefused(
                    "The database server does not start on %s (see %s); as root it needs user namespaces, else start as a normal user"
                            .formatted(directory.path(), directory.log()),
                    e);
        }
    }
}
