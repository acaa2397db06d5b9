package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.casefile.TaxpayerId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a clerk waits from sending an application to its certificate, with 10,000 deregistrations in the database: run
 * by {@code mvn test -Dtest=InstantDeregistrationBench}, never with the tests.
 */
@ChunfengTest
class InstantDeregistrationBench {

    private static final int CASES = 10_000;
    private static final int WARM_UP = 60;
    private static final int MEASURED = 400;
    private static final int CLERKS = 4;

    private static final String FILL = """
            with opened as (
                insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, channel, status,
                    outcome, opened_by, opened_at, applied_at, accepted_at, closed_at)
                select 'D-152921-2020-' || lpad(n::text, 6, '0'), 'DEREGISTRATION', 'TAX_CLEARANCE', 'SMALL', 'zuoqi',
                    '91152921FILL' || lpad(n::text, 6, '0'), '填充' || n, 'COUNTER', case when n % 10 = 0 then 'HANDLING' else 'CLOSED' end,
                    case when n % 10 = 0 then null else 'CLEARED' end, 'zuoqi.hallIntake', now(), now(), now(),
                    case when n % 10 = 0 then null else now() end
                from generate_series(1, ?) n
                returning case_number),
            described as (
                insert into deregistration (case_number, reason, contact_name, contact_phone)
                select case_number, '01', '填充', '0483-8332222' from opened
                returning case_number)
            insert into deregistration_fact (case_number, code, answer, source, confirmed_by, confirmed_at)
            select case_number, code, 'FALSE', 'TAX_SYSTEM', 'zuoqi.hallIntake', now()
            from described cross join unnest(array ['underInspection', 'relocating', 'abnormal', 'branch', 'riskFlag']) code
            """;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fromTheApplicationToTheCertificate() throws Exception {
        jdbc.sql(FILL).param(CASES).update();
        jdbc.sql("analyze").update();
        run(0, WARM_UP);

        List<Long> alone = run(WARM_UP, MEASURED);
        List<Long> together = together();

        report("one clerk", alone);
        report(CLERKS + " clerks at once", together);
    }

    private List<Long> together() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        List<Callable<List<Long>>> work = new ArrayList<>();
        int each = MEASURED / CLERKS;
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            int from = WARM_UP + MEASURED + clerk * each;
            work.add(() -> run(from, each));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> done : clerks.invokeAll(work)) {
            all.addAll(done.get());
        }
        clerks.shutdown();
        return all;
    }

    private List<Long> run(int from, int applications) {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");
        List<Long> nanos = new ArrayList<>();
        for (int number = from; number < from + applications; number++) {
            long start = System.nanoTime();
            var answer = clerk.post("/api/deregistrations", application(number));
            nanos.add(System.nanoTime() - start);
            assertThat(answer.body()).contains("税企清");
        }
        return nanos;
    }

    private static void report(String who, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s: %d applications, p50 %d ms, p95 %d ms, most %d ms%n",
                who, sorted.size(), millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 1));
    }

    private static long millis(List<Long> sorted, double share) {
        int index = (int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1);
        return sorted.get(Math.max(0, index)) / 1_000_000;
    }

    private static String application(int number) {
        return """
                {"requestId":"bench-%1$d","matter":"TAX_CLEARANCE","deregistrationReason":"01","taxpayerClass":"SMALL",
                "taxpayerName":"测试分公司%1$d","taxpayerId":"%2$s","headOfficeId":"91152921FAKE00013N","contactName":"巴特尔",
                "contactPhone":"0483-8332222","factSource":"TAX_SYSTEM","branch":"TRUE","underInspection":"FALSE",
                "taxOwedAmount":"0","lateFeeAmount":"0","fineAmount":"0","overpaidAmount":"0","invoicesCleared":"TRUE",
                "deviceCleared":"TRUE","hqPaysVat":"TRUE","hqPaysCit":"TRUE","localVat":"FALSE","localCit":"FALSE",
                "relocating":"FALSE","abnormal":"FALSE","materialsPresent":"clearanceForm,identityPaper"}""".formatted(number, creditCode(number));
    }

    private static String creditCode(int number) {
        String body = "91152921BENC%05d".formatted(number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> new TaxpayerId(code).hasCreditCodeCheck())
                .findFirst()
                .orElseThrow();
    }
}
