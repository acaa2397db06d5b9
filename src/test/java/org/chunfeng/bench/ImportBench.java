package org.chunfeng.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import org.chunfeng.OwnApplication;
import org.chunfeng.overpayment.BenchDoor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Bulk start against the bare engine, in one run on one database server: the same model, started one by one through the
 * engine's Java API with default settings and the row's facts as variables, and then the import of a list with everything
 * on (rules, case numbers, clocks, events, results, resume). Not part of the build: {@code mvn test -Dtest=ImportBench
 * -Dbench.rows=100000}; both are measured in one process of 512 MB, on a database as durable as the demo's.
 */
@OwnApplication
class ImportBench {

    private static final int BARE_STARTS = 3_000;

    private static final double WANTED = 5;

    @Test
    void fiveTimesAsFastAsTheBareEngine() throws Exception {
        BenchProcess.run(ImportBench.class, System.getProperty("bench.rows", "100000"));
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        double before = bare();
        double imported;
        long heap;
        try (ConfigurableApplicationContext application = BenchProcess.application()) {
            BenchDoor door = new BenchDoor(application);
            warmUp(door);
            imported = imported(door, rows);
            heap = peakHeap();
        }
        double bare = (before + bare()) / 2;
        System.out.printf(
                "ImportBench: bare engine %.0f cases/s, import %.0f cases/s, ratio %.1f, peak heap %d MB of %d MB%n",
                bare,
                imported,
                imported / bare,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        System.exit(imported / bare < WANTED ? 1 : 0);
    }

    private static double bare() throws IOException {
        try (BareEngine engine = BareEngine.with("bpmn/overpayment/overpayment.bpmn")) {
            for (int i = 0; i < BARE_STARTS / 3; i++) {
                OverpaidRows.startOne(engine.services(), -i);
            }
            long begin = System.nanoTime();
            for (int i = 0; i < BARE_STARTS; i++) {
                OverpaidRows.startOne(engine.services(), i);
            }
            return BARE_STARTS * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void warmUp(BenchDoor door) throws Exception {
        door.load(OverpaidRows.list("warm", 3_000, LocalDate.now()));
    }

    private static double imported(BenchDoor door, int rows) throws Exception {
        Path list = OverpaidRows.list("row", rows, LocalDate.now());
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        long accepted = door.load(list);
        double perSecond = accepted * 1e9 / (System.nanoTime() - begin);
        if (accepted != rows) {
            throw new IllegalStateException("%d of %d rows were accepted".formatted(accepted, rows));
        }
        return perSecond;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
