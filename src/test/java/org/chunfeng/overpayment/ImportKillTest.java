package org.chunfeng.overpayment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes, of which one loads a list: it is killed at a random row, ten times, and the other goes on while a new one
 * starts. In the end every row is one case.
 */
@ChunfengTest
@OwnApplication
class ImportKillTest {

    private static final int KILLS = Integer.getInteger("import.kills", 10);
    private static final int MOST_BETWEEN_KILLS = 1200;
    private static final int ROWS = 1500 * (KILLS + 1);
    private static final int CHUNK = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String CASES = "(select case_number from overpayment where voucher_no like 'KILL%')";

    /** In one statement, so that the other node may go on meanwhile. */
    private static final List<String> TRACES = List.of(
            "select count(*) from overpayment where case_number in " + CASES,
            "select count(*) from case_file where case_number in " + CASES,
            "select count(*) from case_event where action = 'IMPORTED' and case_number in " + CASES,
            "select count(*) from clock where case_number in " + CASES,
            "select count(*) from clock k join act_ru_execution e on e.id_ = k.process_instance"
                    + " where e.business_key_ = k.case_number and k.case_number in " + CASES,
            "select count(*) from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_"
                    + " where e.business_key_ in " + CASES,
            "select count(*) from act_ru_execution where business_key_ in " + CASES,
            "select count(*) from overpayment_import_row where outcome = 'ACCEPTED' and import_id = :id",
            "select rows_done from overpayment_import where import_id = :id");

    @Autowired
    private ListDesk imports;

    @Autowired
    private Imports store;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private TestPeople people;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final Map<String, Process> nodes = new HashMap<>();
    private int started;

    @AfterEach
    void endTheNodes() {
        nodes.values().forEach(Process::destroyForcibly);
        worker.start();
    }

    @Test
    void killedTenTimesAtAnyRowItGoesOnAndEveryRowIsOneCase() throws Exception {
        worker.stop();
        byte[] list = ListFixture.csv(ListFixture.rows("KILL", ROWS)).getBytes(UTF_8);
        long importId = people.as("zuoqi.taxSource", () -> imports.take("k.csv", new ByteArrayInputStream(list)))
                .importId();
        var dice = new Random();
        start();
        start();

        for (int kill = 0; kill < KILLS; kill++) {
            int stop = store.get(importId).rowsDone() + 1 + dice.nextInt(MOST_BETWEEN_KILLS);
            killTheOneThatLoads(importId, stop);
            assertThat(everyRowOnce(importId)).isBetween(stop, ROWS - 1);
            start();
        }
        awaitEnd(importId);

        assertThat(store.get(importId).accepted()).isEqualTo(ROWS);
        assertThat(everyRowOnce(importId)).isEqualTo(ROWS);
    }

    private void killTheOneThatLoads(long importId, int stop) throws Exception {
        String loading = "";
        for (long end = System.nanoTime() + PATIENCE.toNanos(); loading.isEmpty(); Thread.sleep(3)) {
            assertThat(System.nanoTime()).as(this::lastWords).isLessThan(end);
            loading = store.get(importId).rowsDone() < stop ? "" : loading();
        }
        nodes.remove(loading).destroyForcibly().waitFor();
    }

    /** The node whose connection holds the lock; empty while nobody does. */
    private String loading() {
        return jdbc.sql("select application_name from pg_stat_activity join pg_locks using (pid)"
                        + " where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = ?")
                .param(ImportLock.IMPORTS)
                .query(String.class)
                .optional()
                .filter(nodes::containsKey)
                .orElse("");
    }

    /** Rows that have exactly one case, one event, one clock, one process, one task and one result. */
    private int everyRowOnce(long importId) {
        String all = TRACES.stream().map(trace -> "(" + trace + ")").collect(Collectors.joining(", "));
        List<Integer> counts = jdbc.sql("select unnest(array[" + all + "])")
                .param("id", importId)
                .query(Integer.class)
                .list();
        assertThat(counts).hasSize(TRACES.size()).containsOnly(counts.get(0));
        return counts.get(0);
    }

    private void start() throws IOException {
        String name = "node" + ++started;
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Shanghai",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                environment.getRequiredProperty("spring.datasource.url"),
                name,
                String.valueOf(CHUNK));
        File output = folder.resolve(name).toFile();
        nodes.put(name, command.redirectErrorStream(true).redirectOutput(output).start());
    }

    private String lastWords() {
        try (var outputs = Files.list(folder)) {
            return outputs.sorted().map(ImportKillTest::read).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            return "No node loads";
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return output.toString();
        }
    }

    private void awaitEnd(long importId) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (store.get(importId).isRunning() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }
}
