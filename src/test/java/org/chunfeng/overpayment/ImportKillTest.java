package org.chunfeng.overpayment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the process that loads a list at a random moment, again and again, and lets the next one go on: in the end every
 * row is one case. How often stands in the system property {@code import.kills}.
 */
@ChunfengTest
@OwnApplication
class ImportKillTest {

    private static final int KILLS = Integer.getInteger("import.kills", 3);
    private static final int ROWS = 1500 * (KILLS + 1);
    private static final int CHUNK = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

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

    @Test
    void killedAtAnyRowItGoesOnAndEveryRowIsOneCase() throws Exception {
        worker.stop();
        byte[] list = ListFixture.csv(ListFixture.rows("KILL", ROWS)).getBytes(UTF_8);
        long importId = people.as("zuoqi.taxSource", () -> imports.take("k.csv", new ByteArrayInputStream(list)))
                .importId();
        try {
            var dice = new Random();

            for (int kill = 0; kill < KILLS; kill++) {
                int stop = store.get(importId).rowsDone() + 1 + dice.nextInt(1200);
                Process loading = start();
                await(loading, importId, stop);
                loading.destroyForcibly().waitFor();
                int done = store.get(importId).rowsDone();
                assertThat(done).isBetween(stop, ROWS - 1);
                assertThat(everyRowOnce("KILL", importId)).isEqualTo(done);
            }
        } finally {
            worker.start();
        }
        worker.wake();
        awaitEnd(importId);

        assertThat(store.get(importId).accepted()).isEqualTo(ROWS);
        assertThat(everyRowOnce("KILL", importId)).isEqualTo(ROWS);
    }

    /** Rows that have exactly one case, one event, one clock, one process, one task and one result. */
    private int everyRowOnce(String mark, long importId) {
        String cases = "select case_number from overpayment where voucher_no like '" + mark + "%'";
        List<Long> counts = List.of(
                count("select count(*) from (" + cases + ") x"),
                count("select count(*) from case_file where case_number in (" + cases + ")"),
                count("select count(*) from case_event where action = 'IMPORTED' and case_number in (" + cases + ")"),
                count("select count(*) from clock where case_number in (" + cases + ")"),
                count("select count(*) from clock k join act_ru_execution e on e.id_ = k.process_instance"
                        + " where e.business_key_ = k.case_number and k.case_number in (" + cases + ")"),
                count("select count(*) from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_"
                        + " where e.business_key_ in (" + cases + ")"),
                count("select count(*) from act_ru_execution where business_key_ in (" + cases + ")"),
                count("select count(*) from overpayment_import_row where outcome = 'ACCEPTED' and import_id = "
                        + importId));
        assertThat(counts).containsOnly(counts.get(0));
        return counts.get(0).intValue();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Process start() throws IOException {
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
                String.valueOf(CHUNK));
        File output = folder.resolve("output.txt").toFile();
        return command.redirectErrorStream(true).redirectOutput(output).start();
    }

    private void await(Process loading, long importId, int rows) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (store.get(importId).rowsDone() < rows && System.nanoTime() < end) {
            assertThat(loading.isAlive()).as(this::lastWords).isTrue();
            Thread.sleep(3);
        }
    }

    private String lastWords() {
        try {
            return "The loading application runs, but it said: " + Files.readString(folder.resolve("output.txt"));
        } catch (IOException unreadable) {
            return "The loading application runs";
        }
    }

    private void awaitEnd(long importId) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (store.get(importId).isRunning() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }
}
