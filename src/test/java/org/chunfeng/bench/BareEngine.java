package org.chunfeng.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * What the benchmarks compare us with: the engine with our models and its default settings, apart from a pool of
 * connections as large as ours and beans that stand in for ours and know of no table.
 */
final class BareEngine implements AutoCloseable {

    private static final Pattern HANDLER = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    private final StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    private final HikariDataSource connections = new HikariDataSource();
    private final ProcessEngine engine;

    private BareEngine(Map<Object, Object> beans) {
        connections.setJdbcUrl(BenchDatabase.url());
        connections.setUsername("chunfeng");
        connections.setMaximumPoolSize(20);
        configuration.setDataSource(connections);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
    }

    static BareEngine with(String... models) throws IOException {
        Map<Object, Object> beans = new HashMap<>();
        for (String model : models) {
            HANDLER.matcher(Files.readString(Path.of(model)))
                    .results()
                    .forEach(handler -> beans.put(handler.group(1), new Nothing()));
        }
        beans.put("deadlines", new Later());
        beans.put("audits", new Nobody());
        beans.put("taskPriority", new Usual());
        beans.put("openAudit", new OpensAudit());
        var bare = new BareEngine(beans);
        for (String model : models) {
            bare.deploy(Path.of(model));
        }
        return bare;
    }

    private void deploy(Path model) throws IOException {
        try (InputStream content = Files.newInputStream(model)) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream(model.getFileName().toString(), content)
                    .deploy();
        }
    }

    ProcessEngine services() {
        return engine;
    }

    void work() {
        configuration.getJobExecutor().start();
    }

    void rest() {
        configuration.getJobExecutor().shutdown();
    }

    @Override
    public void close() {
        configuration.getJobExecutor().shutdown();
        engine.close();
        connections.close();
    }

    /** Answers like our clocks, without a table. */
    public static final class Later {

        static final Duration WARNING = Duration.ofDays(40);
        static final Duration DUE = Duration.ofDays(41);
        private static final Instant BEGINNING = Instant.now();

        private static Date after(Duration time) {
            return Date.from(BEGINNING.plus(time));
        }

        public Date dueAt(DelegateExecution execution, String step) {
            return after(ofAudit(execution) ? DUE.multipliedBy(2) : DUE);
        }

        public Date warnAt(DelegateExecution execution, String step) {
            return after(ofAudit(execution) ? DUE.multipliedBy(2) : WARNING);
        }

        private static boolean ofAudit(DelegateExecution execution) {
            return execution.getProcessBusinessKey().startsWith("A");
        }

        public void stop(DelegateExecution execution, String step) {}
    }

    /** Nothing is urgent. */
    public static final class Usual {

        public int of(DelegateExecution execution) {
            return 50;
        }
    }

    /** Nobody had claimed what is late. */
    public static final class Nobody {

        public List<String> lateHandlers(DelegateExecution execution) {
            return List.of();
        }

        public List<String> lateGroup(DelegateExecution execution) {
            return List.of("taxSource");
        }
    }

    /** A handler that does nothing. */
    public static final class Nothing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution step) {}
    }

    /** Starts the model of accountability, as the least that has to happen. */
    public static final class OpensAudit implements JavaDelegate {

        @Override
        public void execute(DelegateExecution step) {
            step.getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByMessage("breachReported", "A-" + step.getProcessBusinessKey());
        }
    }
}
