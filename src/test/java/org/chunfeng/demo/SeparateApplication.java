package org.chunfeng.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.Visitor;

/** The demo in a process of its own, as {@code mvn spring-boot:run} starts it, so that it can be killed. */
final class SeparateApplication implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path data;
    private final int port;

    private SeparateApplication(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Returns when it answers. */
    static SeparateApplication start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(command(data, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "separate-application.log")))
                .start();
        var application = new SeparateApplication(process, data, port);
        application.awaitHealth();
        return application;
    }

    Visitor visitor(String userId) {
        return new Visitor(port).withBasicAuthentication(userId, DemoPerson.PASSWORD);
    }

    /** As {@code kill -9} or the loss of power does: the process itself gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        new LeftoverServer(data.toRealPath()).stop();
    }

    private void awaitHealth() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("The application does not start, see target/separate-application.log");
            }
            Thread.sleep(200);
        }
    }

    private boolean isHealthy() {
        try {
            return new Visitor(port).get("/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static List<String> command(Path data, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Asia/Shanghai",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // it lives for seconds: its start is what counts
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPathWithoutTests(),
                ChunfengApplication.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--chunfeng.demo.story=false",
                "--chunfeng.demo.data-directory=" + data,
                "--chunfeng.treasury.folder=" + data.resolveSibling(data.getFileName() + "-treasury"));
    }

    private static String classPathWithoutTests() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
