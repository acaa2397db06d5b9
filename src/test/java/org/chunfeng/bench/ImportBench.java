package org.chunfeng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.overpayment.BenchDoor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
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
        Path said = Path.of("target", "import-bench.txt");
        Process measuring = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Duser.timezone=Asia/Shanghai",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportBench.class.getName(),
                        System.getProperty("bench.rows", "100000"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(measuring.waitFor()).as(Files.readString(said)).isZero();
        Files.readAllLines(said).stream()
                .filter(line -> line.startsWith("ImportBench:"))
                .forEach(System.out::println);
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        double before = bare();
        double imported;
        long heap;
        try (ConfigurableApplicationContext application = application()) {
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

    private static ConfigurableApplicationContext application() {
        var application = new SpringApplication(ChunfengApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "camunda.bpm.job-execution.enabled", "false",
                "spring.datasource.url", BenchDatabase.url(),
                "spring.datasource.username", "chunfeng",
                "spring.datasource.password", "trusted",
                "spring.mail.host", "127.0.0.1",
                "chunfeng.base-url", "http://127.0.0.1",
                "chunfeng.admin.password", "Spring-Breeze-2026"));
        return application.run();
    }

    /** Default settings, apart from a connection to a database of its own and beans that stand in for ours. */
    private static double bare() throws IOException {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcUrl(BenchDatabase.url());
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("chunfeng");
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(standIns());
        ProcessEngine engine = configuration.buildProcessEngine();
        try (InputStream model = Files.newInputStream(Path.of("bpmn/overpayment/overpayment.bpmn"))) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("overpayment.bpmn", model)
                    .deploy();
        }
        for (int i = 0; i < BARE_STARTS / 3; i++) {
            start(engine, -i);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < BARE_STARTS; i++) {
            start(engine, i);
        }
        double perSecond = BARE_STARTS * 1e9 / (System.nanoTime() - begin);
        engine.close();
        return perSecond;
    }

    private static void start(ProcessEngine engine, int number) {
        engine.getRuntimeService().startProcessInstanceByMessage("overpaymentImported", "O-" + number, facts(number));
    }

    private static Map<String, Object> facts(int number) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("taxpayerId", "91152921FAKE00013N");
        facts.put("taxpayerName", "贺兰牧业（阿拉善）有限公司");
        facts.put("taxItemCode", "10101");
        facts.put("periodFrom", "2021-01-01");
        facts.put("periodTo", "2021-01-31");
        facts.put("voucherNo", "bare" + number);
        facts.put("overpaidAmount", "1000.50");
        facts.put("arisenOn", LocalDate.now().toString());
        return facts;
    }

    private static Map<Object, Object> standIns() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new StandIn());
        for (String handler : new String[] {"registerOverpayment", "recordClassification"}) {
            beans.put(handler, new Nothing());
        }
        return beans;
    }

    /** Answers like our clocks, without a table. */
    public static final class StandIn {

        private final Date later = new Date(System.currentTimeMillis() + 40L * 24 * 3600 * 1000);

        public Date dueAt(DelegateExecution execution, String step) {
            return later;
        }

        public Date warnAt(DelegateExecution execution, String step) {
            return later;
        }

        public void stop(DelegateExecution execution, String step) {}
    }

    /** A handler that does nothing. */
    public static final class Nothing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {}
    }

    private static void warmUp(BenchDoor door) throws Exception {
        door.load(list("warm", 3_000));
    }

    private static double imported(BenchDoor door, int rows) throws Exception {
        Path list = list("row", rows);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        long accepted = door.load(list);
        double perSecond = accepted * 1e9 / (System.nanoTime() - begin);
        if (accepted != rows) {
            throw new IllegalStateException("%d of %d rows were accepted".formatted(accepted, rows));
        }
        return perSecond;
    }

    private static Path list(String mark, int rows) throws IOException {
        Path list = Files.createTempFile("bench", ".csv");
        list.toFile().deleteOnExit();
        try (BufferedWriter out = Files.newBufferedWriter(list, UTF_8)) {
            out.write("主管税务机关,纳税人识别号,纳税人名称,征收项目,所属期起,所属期止,税票号码,多缴金额,多缴产生日期\r\n");
            for (int i = 0; i < rows; i++) {
                out.write("阿拉善左旗税务局,91152921FAKE00013N,贺兰牧业（阿拉善）有限公司,增值税,2021-01-01,2021-01-31,%s%08d,1000.50,%s\r\n"
                        .formatted(mark, i, LocalDate.now().minusDays(i % 5)));
            }
        }
        return list;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
