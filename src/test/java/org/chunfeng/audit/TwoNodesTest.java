package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Two nodes, each a process of its own, on one database, with many source reviews due at the same instant (Monday
 * 2021-04-12 at 18:00); how many is said by the property chunfeng.nodes.clocks.
 */
@OwnApplication
class TwoNodesTest {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesTest.class);
    private static final int CLOCKS = Integer.getInteger("chunfeng.nodes.clocks", 200);
    private static final String SEED = "twoNodesSeed";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Pattern LATE = Pattern.compile("【超期】(R-\\d+-\\d+-\\d+)：税源审核");

    private final List<Process> nodes = new ArrayList<>();
    private GreenMail mails;
    private JdbcClient jdbc;
    private String url;

    @BeforeAll
    static void fileTheCases() throws Exception {
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
            for (String account : List.of("zuoqi.taxSource", "zuoqi.leaderOnDuty", "zuoqi.hallIntake")) {
                giveAddress(desk.getBean(IdentityService.class), people.account(account));
            }
            desk.getBean(TestClock.class).set("2021-04-06T10:00");
            file(desk, people);
            desk.getBean(TestClock.class).reset();
        }
    }

    private static void giveAddress(IdentityService identities, String account) {
        User user = identities.createUserQuery().userId(account).singleResult();
        user.setEmail(account + "@example.org");
        identities.saveUser(user);
    }

    private static void file(ConfigurableApplicationContext desk, TestPeople people) throws Exception {
        var engine = desk.getBean(RuntimeService.class);
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        long began = System.nanoTime();
        List<Future<?>> filed = new ArrayList<>();
        for (int i = 0; i < CLOCKS; i++) {
            filed.add(clerks.submit(() -> people.as(
                    "zuoqi.hallIntake",
                    () -> engine.startProcessInstanceByKey("refund", RefundFixture.anApplication()))));
        }
        for (Future<?> one : filed) {
            one.get();
        }
        clerks.shutdown();
        LOG.info("{} cases filed in {} s", CLOCKS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    @BeforeEach
    void openTheBureau() throws IOException {
        url = TestDatabase.copyOf(SEED);
        var database = new DriverManagerDataSource(url, "chunfeng", "trusted");
        jdbc = JdbcClient.create(database);
        mails = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
        mails.stop();
    }

    @Test
    void everyClockHasOneBreachOneAuditCaseAndOneMailEach() throws Exception {
        Duration offset = offsetToTheDueTime();
        start(offset);
        start(offset);

        awaitTheEnd();

        everythingHappenedOnce();
        assertThat(count("select count(*) from act_ru_job where duedate_ < '2021-04-12 18:00:01' and retries_ > 0"))
                .as("timers left")
                .isZero();
    }

    @Test
    void soItIsWhenOneNodeIsKilledMidway() throws Exception {
        Duration offset = offsetToTheDueTime();
        Process doomed = start(offset);
        start(offset);
        await("a quarter is recorded", () -> breaches() >= CLOCKS / 4);

        doomed.destroyForcibly().waitFor();
        LOG.info("Killed one node after {} of {} breaches", breaches(), CLOCKS);
        awaitTheEnd();

        everythingHappenedOnce();
    }

    private void everythingHappenedOnce() throws Exception {
        assertThat(breaches()).isEqualTo(CLOCKS);
        assertThat(count("select count(distinct clock_id) from chunfeng.breach where step = 'sourceReview'"))
                .isEqualTo(CLOCKS);
        assertThat(count("select count(*) from chunfeng.audit_case")).isEqualTo(CLOCKS);
        assertThat(count("select count(*) from act_ru_execution where parent_id_ is null and business_key_ like 'A-%'"))
                .as("audit processes")
                .isEqualTo(CLOCKS);
        for (String rung : List.of("warned", "breached", "auditOpened", "told", "leaderTold")) {
            assertThat(count("select count(*) from chunfeng.rung join chunfeng.clock using (clock_id)"
                            + " where step = 'sourceReview' and rung = '" + rung + "'"))
                    .as(rung)
                    .isEqualTo(CLOCKS);
        }
        assertThat(count("select count(*) from act_ru_incident"))
                .as("incidents")
                .isZero();
        for (String person : List.of("zuoqi.taxSource", "zuoqi.leaderOnDuty")) {
            Map<String, Integer> told = escalationsMailedTo(person + "@example.org");
            assertThat(told).as(person).hasSize(CLOCKS);
            assertThat(told.values()).as(person).containsOnly(1);
        }
    }

    private Process start(Duration offset) throws IOException {
        int number = nodes.size() + 1;
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Duser.timezone=Asia/Shanghai",
                "-Doffset=" + offset,
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                url,
                String.valueOf(mails.getSmtp().getPort()));
        command.redirectErrorStream(true);
        command.redirectOutput(new File("target/node" + number + ".log"));
        Process node = command.start();
        nodes.add(node);
        return node;
    }

    private static Duration offsetToTheDueTime() {
        Instant due = LocalDateTime.parse("2021-04-12T18:00").atZone(ZONE).toInstant();
        return Duration.between(Instant.now(), due);
    }

    private void awaitTheEnd() throws InterruptedException {
        long began = System.nanoTime();
        await(
                "everything is told",
                () -> count("select count(*) from chunfeng.rung join chunfeng.clock using (clock_id)"
                                        + " where step = 'sourceReview' and rung = 'leaderTold'")
                                == CLOCKS
                        && count("select count(*) from chunfeng.notice where state = 'PENDING' and channel = 'MAIL'")
                                == 0
                        && count("select count(*) from act_ru_job where duedate_ < '2021-04-12 18:00:01'"
                                        + " and lock_owner_ is null and retries_ > 0")
                                == 0);
        // whoever would do it again has time to
        Thread.sleep(3000);
        LOG.info("{} clocks worked off in {} s", CLOCKS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    private void await(String what, java.util.function.BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(nodes).as("nodes alive until %s", what).anyMatch(Process::isAlive);
            assertThat(System.nanoTime()).as("in time: %s", what).isLessThan(end);
            Thread.sleep(250);
        }
    }

    private int breaches() {
        return count("select count(*) from chunfeng.breach where step = 'sourceReview'");
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    /** How often each case was called late; a mail that a killed node sent twice has the same id and counts once. */
    private Map<String, Integer> escalationsMailedTo(String address) throws Exception {
        Set<String> ids = new HashSet<>();
        Map<String, Integer> told = new HashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            boolean his =
                    mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
            if (his && ids.add(mail.getMessageID())) {
                Matcher late = LATE.matcher(plainText(mail.getContent()));
                while (late.find()) {
                    told.merge(late.group(1), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    private static String plainText(Object content) throws Exception {
        if (!(content instanceof Multipart parts)) {
            return content.toString();
        }
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String text = part.isMimeType("text/plain") || part.getContent() instanceof Multipart
                    ? plainText(part.getContent())
                    : "";
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
