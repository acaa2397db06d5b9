package org.chunfeng.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.chunfeng.TestDatabase;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the modules notice, casefile and engine find in the application, as the application has it. */
@TestConfiguration(proxyBeanMethods = true)
@ComponentScan("org.chunfeng.notice")
@ComponentScan(
        basePackages = {"org.chunfeng.casefile", "org.chunfeng.engine", "org.chunfeng.system"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            ".*[.](CaseFiles|Bureaus|Actors|People|StepNames|Claims|Checks|BureauOfCase)",
                            ".*[.](MessageTexts|EntryGuard|EntryGuardPlugin)"
                        }))
class NoticeTestConfiguration {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.migrated();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/notices", "messages/refusals", "messages/fields", "messages/codes");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    SpringTemplateEngine templateEngine(MessageSource messages) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageSource(messages);
        return engine;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            ApplicationContext context,
            DataSource dataSource,
            PlatformTransactionManager manager,
            List<ProcessEnginePlugin> plugins) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(context);
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(manager);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9_.-]+");
        configuration.setProcessEnginePlugins(plugins);
        var engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    @Bean
    IdentityService identityService(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ProcessRules errand() {
        return new Errand();
    }

    /** A clock that stands still until it is set. */
    static class TestClock extends Clock {

        private volatile Instant now = NoticeFixture.NOW;

        void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** The smallest process that has a task to claim. */
    static class Errand implements ProcessRules {

        @Override
        public String process() {
            return "errand";
        }

        @Override
        public List<StepRules> steps() {
            return List.of(new Entrance("errandStarted"), new Entrance("reviewRefund"));
        }
    }

    private record Entrance(String step) implements StepRules {

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public void check(Submission submission, Refusals refusals) {}
    }
}
