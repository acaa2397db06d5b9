package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.bench.BenchDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * How long a clerk waits at the browser from sending an application to its certificate, with 10,000 deregistrations in a
 * database as durable as the demo's, every tenth of them still open. Run by hand alone:
 * {@code mvn test -Dtest=InstantDeregistrationBench}.
 */
@OwnApplication
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=127.0.0.1",
            "chunfeng.ladder.every=0s",
            "chunfeng.base-url=http://127.0.0.1",
            "chunfeng.admin.password=" + TestPeople.PASSWORD
        })
@ContextConfiguration(
        initializers = InstantDeregistrationBench.Durable.class,
        classes = {ChunfengApplication.class, TestClock.class, TestPeople.class, TestDesk.class})
class InstantDeregistrationBench {

    private static final int CASES = Integer.getInteger("bench.cases", 10_000);
    private static final int WARM_UP = 5;
    private static final int MEASURED = Integer.getInteger("bench.measured", 50);
    private static final int HANDS = 3;
    private static final String CLERK = "tengger.hallIntake";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    static class Durable implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + BenchDatabase.url(),
                            "spring.datasource.username=chunfeng",
                            "spring.datasource.password=trusted")
                    .applyTo(context);
        }
    }

    /** Milliseconds until the certificate's number stood in the task list, and until the certificate itself was on screen. */
    private record Waited(long number, long certificate) {}

    @Test
    void fromTheApplicationToTheCertificate() throws Exception {
        clock.set("2026-09-07T09:30");
        fill();
        jdbc.sql("analyze").update();
        try (Office office = new Office("tengger", people, clock, port)) {
            Screen clerk = office.signedIn(Office.CLERK);
            for (int i = 0; i < WARM_UP; i++) {
                apply(clerk, 10_000 + i);
            }
            List<Waited> waited = new ArrayList<>();
            for (int i = 0; i < MEASURED; i++) {
                waited.add(apply(clerk, 20_000 + i));
            }
            report("number shown", waited.stream().map(Waited::number).sorted().toList());
            report(
                    "certificate on screen",
                    waited.stream().map(Waited::certificate).sorted().toList());
        }
    }

    private void fill() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        people.account(CLERK);
        long begin = System.nanoTime();
        List<Future<String>> started = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Map<String, Object> form = application(30_000 + i, i % 10 == 0);
            started.add(hands.submit(() -> desk.start(CLERK, "deregistration", form)));
        }
        for (Future<String> one : started) {
            assertThat(one.get()).startsWith("D-");
        }
        hands.shutdown();
        System.out.printf("%d cases filled in in %d s%n", CASES, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private static Waited apply(Screen clerk, int number) {
        Tasklist tasklist = Tasklist.open(clerk);
        FormOnScreen form = DeregistrationForm.ofABranch(tasklist.start("税务注销"), number);
        assertThat(form.part("[data-cf-track]")).containsText("即时办结");
        long begin = System.nanoTime();
        tasklist.submitStart();
        tasklist.opened().locator(".cf-done-number").waitFor();
        long shown = System.nanoTime();
        Page certificate = clerk.page()
                .waitForPopup(() -> tasklist.opened().getByText("清税证明").click());
        certificate.waitForLoadState(LoadState.LOAD);
        certificate.locator(".paper .number").waitFor();
        long seen = System.nanoTime();
        certificate.close();
        return new Waited((shown - begin) / 1_000_000, (seen - begin) / 1_000_000);
    }

    private static void report(String what, List<Long> sorted) {
        System.out.printf(
                "%s: %d applications, p50 %d ms, p95 %d ms, most %d ms%n",
                what, sorted.size(), share(sorted, 0.5), share(sorted, 0.95), share(sorted, 1));
    }

    private static long share(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** A branch that is cleared at once; or, while it is open, a firm of the general flow. */
    private static Map<String, Object> application(int number, boolean open) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "matter",
                "TAX_CLEARANCE",
                "deregistrationReason",
                "01",
                "taxpayerClass",
                "SMALL",
                "factSource",
                "TAX_SYSTEM",
                "contactName",
                "巴特尔",
                "contactPhone",
                "0483-8332222",
                "materialsPresent",
                "clearanceForm,identityPaper"));
        form.put("requestId", "bench-" + number);
        form.put("taxpayerName", "填充" + number);
        form.put("taxpayerId", DeregistrationForm.creditCode(number));
        List.of("underInspection", "riskFlag", "relocating", "abnormal").forEach(no -> form.put(no, "FALSE"));
        List.of("taxOwedAmount", "lateFeeAmount", "fineAmount", "overpaidAmount")
                .forEach(none -> form.put(none, "0"));
        List.of("invoicesCleared", "specialInvoicesCleared", "deviceCleared", "invoicesDrawn")
                .forEach(yes -> form.put(yes, "TRUE"));
        form.put("branch", open ? "FALSE" : "TRUE");
        if (!open) {
            form.putAll(Map.of(
                    "headOfficeId",
                    "91152921FAKE00013N",
                    "hqPaysVat",
                    "TRUE",
                    "hqPaysCit",
                    "TRUE",
                    "localVat",
                    "FALSE",
                    "localCit",
                    "FALSE"));
        }
        return form;
    }
}
