package org.chunfeng.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on our own data folder that outlived the process that started it (kill -9). Never anybody else's. */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Path pidFile;

    LeftoverServer(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Stops it: first cleanly, then at once (its log makes that harmless); refused if it survives both. */
    void stop() throws IOException {
        @Nullable ProcessHandle process = recorded().orElse(null);
        if (process == null) {
            return;
        }
        if (!isOurServer(process)) {
            forgetRecycledNumber(process);
            return;
        }
        LOG.info("Stopping the database server {} that was left over on {}", process.pid(), data);
        if (!stopped(process, "INT") && !stopped(process, "QUIT")) {
            throw new DatabaseRefused("The database server %d on %s does not stop: stop it by hand, then start again"
                    .formatted(process.pid(), data));
        }
    }

    private Optional<ProcessHandle> recorded() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").trim();
        return pid.matches("[1-9][0-9]{0,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    private boolean isOurServer(ProcessHandle process) {
        var info = process.info();
        boolean isPostgres =
                info.command().filter(it -> it.matches(".*postgres(\\.exe)?")).isPresent();
        // Windows does not tell the arguments; there the folder's own record must do.
        return isPostgres
                && info.commandLine().map(it -> it.contains(data.toString())).orElse(true);
    }

    /** After a reboot the number may belong to any process of this user, and the server would refuse to start. */
    private void forgetRecycledNumber(ProcessHandle process) throws IOException {
        if (process.info().command().isPresent()) {
            Files.delete(pidFile);
        }
    }

    private boolean stopped(ProcessHandle process, String signal) throws IOException {
        send(process, signal);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            // A server nobody waits for stays in the process table: its record is gone all the same.
            if (!process.isAlive() || Files.notExists(pidFile)) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        } catch (IOException noSuchProgram) {
            process.destroy();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a database server was stopping");
        }
    }
}
