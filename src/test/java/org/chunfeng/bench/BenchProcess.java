package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.chunfeng.ChunfengApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Where a benchmark measures: a process of 512 MB, so that both sides have the same, and the whole application in it. */
final class BenchProcess {

    private BenchProcess() {}

    /** Runs the main method of a benchmark, and prints the lines that begin with its name. */
    static void run(Class<?> benchmark, String... arguments) throws IOException, InterruptedException {
        Path said = Path.of("target", benchmark.getSimpleName() + ".txt");
        String[] command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-Duser.timezone=Asia/Shanghai",
                                "-cp",
                                System.getProperty("java.class.path"),
                                benchmark.getName()),
                        Stream.of(arguments))
                .toArray(String[]::new);
        Process measuring = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(measuring.waitFor()).as(Files.readString(said)).isZero();
        Files.readAllLines(said).stream()
                .filter(line -> line.startsWith(benchmark.getSimpleName() + ":"))
                .forEach(System.out::println);
    }

    /** The whole application, but for the job executor. */
    static ConfigurableApplicationContext application() {
        return application(Map.of("camunda.bpm.job-execution.enabled", "false"));
    }

    static ConfigurableApplicationContext application(Map<String, String> settings, Class<?>... more) {
        var application = new SpringApplication(Stream.concat(Stream.of(ChunfengApplication.class), Stream.of(more))
                .toArray(Class<?>[]::new));
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("spring.datasource.url", BenchDatabase.url());
        all.put("spring.datasource.username", "chunfeng");
        all.put("spring.datasource.password", "trusted");
        all.put("spring.mail.host", "127.0.0.1");
        all.put("chunfeng.base-url", "http://127.0.0.1");
        all.put("chunfeng.admin.password", "Spring-Breeze-2026");
        return application.run(all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }
}
