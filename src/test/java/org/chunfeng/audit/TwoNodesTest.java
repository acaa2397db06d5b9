package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDatabase;
import org.chunfeng.TestPeople;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes, each a process of its own, on one database and one mail server, with many applications that have to be accepted
 * by the same instant, Monday 2021-04-12 at 18:00; how many is said by the property chunfeng.nodes.clocks.
 */
@OwnApplication
class TwoNodesTest {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesTest.class);
    private static final int CLOCKS = Integer.getInteger("chunfeng.nodes.clocks", 500);
    private static final String SEED = "twoNodesSeed";
    private static final List<String> TOLD = List.of("zuoqi.hallIntake", "zuoqi.leaderOnDuty");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<RunningNode> nodes = new ArrayList<>();
    private GreenMail mails;
    private JdbcClient jdbc;

    @BeforeAll
    static void fileTheApplications() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(
                        ChunfengApplication.class, TestClock.class, TestPeople.class)
                .run(
                        "--spring.datasource.url=" + TestDatabase.jdbcUrl(SEED),
                        "--spring.datasource.username=chunfeng",
                        "--spring.datasource.password=trusted",
                        "--spring.mail.host=127.0.0.1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--chunfeng.base-url=http://127.0.0.1",
                        "--chunfeng.admin.password=" + TestPeople.PASSWORD,
                        "--chunfeng.ladder.every=0s",
                        "--server.port=0")) {
            var people = desk.getBean(TestPeople.class);
            for (String account : TOLD) {
                giveAddress(desk.getBean(IdentityService.class), people.account(account));
            }
            desk.getBean(TestClock.class).set("2021-04-12T17:30");
            file(desk.getBean(RuntimeService.class), people);
            JdbcClient.create(desk.getBean(DataSource.class))
                    .sql("update notice set state = 'SENT' where kind = 'HAND_OVER'")
                    .update();
            desk.getBean(TestClock.class).reset();
        }
    }

    private static void giveAddress(IdentityService identities, String account) {
        User user = identities.createUserQuery().userId(account).singleResult();
        user.setEmail(addressOf(account));
        identities.saveUser(user);
    }

    private static String addressOf(String account) {
        return account + "@example.org";
    }

    private static void file(RuntimeService engine, TestPeople people) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        long began = System.nanoTime();
        List<Future<?>> filed = new ArrayList<>();
        for (int i = 0; i < CLOCKS; i++) {
            filed.add(clerks.submit(() -> people.as(
                    "zuoqi.hallIntake",
                    () -> engine.createMessageCorrelation("refundFiled")
                            .setVariables(RefundFixture.anApplication())
                            .correlateStartMessage())));
        }
        for (Future<?> one : filed) {
            one.get();
        }
        clerks.shutdown();
        LOG.info("{} applications filed in {} s", CLOCKS, seconds(began));
    }

    @BeforeEach
    void openTheBureau() throws Exception {
        String url = TestDatabase.copyOf(SEED);
        jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        for (String name : List.of("firstNode", "secondNode")) {
            nodes.add(RunningNode.start(
                    name, "2021-04-12T17:30", url, mails.getSmtp().getPort()));
        }
        for (RunningNode node : nodes) {
            node.awaitStart();
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        for (RunningNode node : nodes) {
            node.kill();
        }
        mails.stop();
    }

    @Test
    void everyClockHasOneBreachOneAuditCaseAndOneMailEach() throws Exception {
        assertThat(breaches()).as("before the instant").isZero();

        strikeSix();
        awaitTheEnd();

        everythingHappenedOnce();
        assertThat(new Letters(mails).sentTwice()).isZero();
        await("no timer is left", () -> count("""
                select count(*) from act_ru_job where duedate_ < '2021-04-12 18:00:01' and retries_ > 0""") == 0);
    }

    @Test
    void soItIsWhenOneNodeIsKilledMidway() throws Exception {
        strikeSix();
        await("a quarter is recorded", () -> breaches() >= CLOCKS / 4);

        nodes.get(0).kill();
        int recorded = breaches();
        LOG.info("One node killed after {} of {} breaches", recorded, CLOCKS);
        awaitTheEnd();

        assertThat(recorded).as("midway").isLessThan(CLOCKS);
        everythingHappenedOnce();
        // the one that the mail server had taken, and of which the killed node could not note it any more
        assertThat(new Letters(mails).sentTwice()).isLessThanOrEqualTo(1);
    }

    private void strikeSix() {
        nodes.forEach(node -> node.itIsNow("2021-04-12T18:00"));
    }

    private void awaitTheEnd() throws InterruptedException {
        long began = System.nanoTime();
        await("all is recorded", () -> breaches() == CLOCKS && auditCases() == CLOCKS);
        LOG.info("{} clocks escalated in {} s", CLOCKS, seconds(began));
        await("all is told", () -> count("select count(*) from chunfeng.notice where state = 'PENDING'") == 0);
        LOG.info("{} mails received in {} s", mails.getReceivedMessages().length, seconds(began));
        // whoever would do it again has time to
        Thread.sleep(2000);
    }

    private void everythingHappenedOnce() throws Exception {
        assertThat(breaches()).as("breaches").isEqualTo(CLOCKS);
        assertThat(count("select count(distinct clock_id) from chunfeng.breach"))
                .isEqualTo(CLOCKS);
        assertThat(auditCases()).as("audit cases").isEqualTo(CLOCKS);
        assertThat(count("select count(distinct late_case) from chunfeng.audit_case"))
                .isEqualTo(CLOCKS);
        assertThat(count("select count(*) from act_ru_execution where parent_id_ is null and business_key_ like 'A-%'"))
                .as("audit processes")
                .isEqualTo(CLOCKS);
        for (String rung : List.of("breached", "auditOpened", "told", "leaderTold")) {
            assertThat(jdbc.sql("select count(*) from chunfeng.rung where rung = ?")
                            .param(rung)
                            .query(Integer.class)
                            .single())
                    .as(rung)
                    .isEqualTo(CLOCKS);
        }
        assertThat(count("select count(*) from act_ru_incident"))
                .as("incidents")
                .isZero();
        for (String person : TOLD) {
            Map<String, Integer> told = new Letters(mails).latenessToldTo(addressOf(person));
            assertThat(told).as(person).hasSize(CLOCKS);
            assertThat(told.values()).as(person).containsOnly(1);
        }
    }

    private void await(String what, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(nodes).as("nodes alive until %s", what).anyMatch(RunningNode::isAlive);
            assertThat(System.nanoTime()).as("in time: %s", what).isLessThan(end);
            Thread.sleep(200);
        }
    }

    private int breaches() {
        return count("select count(*) from chunfeng.breach");
    }

    private int auditCases() {
        return count("select count(*) from chunfeng.audit_case");
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private static String seconds(long began) {
        return "%.1f".formatted((System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
