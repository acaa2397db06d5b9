package org.chunfeng.audit;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chunfeng.Visitor;

/** A {@link Node} as the test sees it: a process that can be told the time, and killed. */
final class RunningNode {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;

    private RunningNode(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a node over this database, which mails to that port. */
    static RunningNode start(String name, String localTime, String database, int mailPort) throws IOException {
        int port = freePort();
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Asia/Shanghai",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                localTime,
                database,
                String.valueOf(mailPort),
                String.valueOf(port));
        command.redirectErrorStream(true);
        command.redirectOutput(new File("target", name + ".log"));
        return new RunningNode(command.start(), port);
    }

    void awaitStart() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("A node does not start, see target/*Node.log");
            }
            Thread.sleep(100);
        }
    }

    private boolean isHealthy() {
        try {
            return new Visitor(port).get("/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void itIsNow(String localTime) {
        var input = new PrintStream(process.getOutputStream(), true);
        input.println(localTime);
    }

    /** As kill -9 does: nothing is finished, nothing is told to the others. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
