package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.casefile.DocumentType;
import org.chunfeng.casefile.Documents;
import org.chunfeng.deregistration.DeregistrationFixture;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every address of ours that can be read, as nobody and as people of the next county who know the numbers of
 * everything; a route that is not listed here fails the test.
 */
@ChunfengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkTest {

    private static final String TAXPAYER = "沙海走查矿业有限公司";

    /** Route, address with what {@link #rememberNumbers} knows, and who may read it there; - where nobody needs to. */
    private static final String ROUTES = """
            /                                           /                                                       zuoqi.levyAdmin
            /cases                                      /cases?bureau=zuoqi                               zuoqi.levyAdmin
            /cases/{caseNumber}                         /cases/{refund}                                         zuoqi.levyAdmin
            /cases/{caseNumber}                         /cases/{deregistration}                                 zuoqi.levyAdmin
            /cases/{caseNumber}                         /cases/{overpayment}                                    zuoqi.levyAdmin
            /cases/{caseNumber}/receipt                 /cases/{refund}/receipt                                 zuoqi.levyAdmin
            /api/cases/{caseNumber}                     /api/cases/{refund}                                     zuoqi.levyAdmin
            /api/tasks/{taskId}/case                    /api/tasks/{task}/case                                  zuoqi.taxSource
            /api/tasks/clocks                           /api/tasks/clocks?ids={task}                            zuoqi.taxSource
            /api/requests/{requestId}                   /api/requests/{request}                                 zuoqi.levyAdmin
            /api/materials                              /api/materials?kind=REFUND&matter=WRONGLY_COLLECTED     zuoqi.levyAdmin
            /api/documents/{id}                         /api/documents/{document}                               zuoqi.levyAdmin
            /api/forms/{process}/{step}                 /api/forms/refund/reviewRefund                          zuoqi.levyAdmin
            /deregistrations/{caseNumber}/certificate   /deregistrations/{deregistration}/certificate           -
            /deregistrations/{caseNumber}/track         /deregistrations/{deregistration}/track                 zuoqi.levyAdmin
            /deregistrations/{caseNumber}/commitment    /deregistrations/{deregistration}/commitment            -
            /deregistrations/{caseNumber}/zero-declarations /deregistrations/{deregistration}/zero-declarations -
            /api/deregistrations/{caseNumber}/items     /api/deregistrations/{deregistration}/items             zuoqi.levyAdmin
            /api/deregistrations/{caseNumber}/periods   /api/deregistrations/{deregistration}/periods           zuoqi.levyAdmin
            /simplified-notices                         /simplified-notices                                     zuoqi.hallIntake
            /watchlist                                  /watchlist?bureau=zuoqi                                 zuoqi.levyAdmin
            /watchlist/monthly                          /watchlist/monthly?month=2021-05&bureau=zuoqi           zuoqi.levyAdmin
            /watchlist/monthly.csv                      /watchlist/monthly.csv?month=2021-05&bureau=zuoqi       zuoqi.levyAdmin
            /clocks/{id}                                /clocks/{clock}                                         zuoqi.levyAdmin
            /api/clocks/{id}/explanation                /api/clocks/{clock}/explanation                         zuoqi.levyAdmin
            /calendar                                   /calendar?year=2021                                     zuoqi.levyAdmin
            /calendar/deadline                          /calendar/deadline                                      zuoqi.levyAdmin
            /calendar/imports                           /calendar/imports                                       alxa.levyAdmin
            /calendar/imports/{id}                      /calendar/imports/1                                     -
            /api/calendar/{year}                        /api/calendar/2021                                      zuoqi.levyAdmin
            /api/calendar/deadline                      /api/calendar/deadline?start=2021-05-10T10:00&amount=4&unit=WORKING_DAY zuoqi.levyAdmin
            /api/calendar/imports                       /api/calendar/imports                                   alxa.levyAdmin
            /api/calendar/imports/{id}                  /api/calendar/imports/1                                 -
            /api/calendar/imports/{id}/progress         /api/calendar/imports/1/progress                        -
            /notices                                    /notices                                                zuoqi.taxSource
            /notices/{noticeId}                         /notices/{notice}                                       zuoqi.levyAdmin
            /api/notices                                /api/notices?caseNumber={refund}                        zuoqi.levyAdmin
            /api/notices/failed                         /api/notices/failed                                     zuoqi.levyAdmin
            /api/notices/unacknowledged                 /api/notices/unacknowledged                             zuoqi.levyAdmin
            /imports                                    /imports                                                zuoqi.levyAdmin
            /imports/{importId:\\d+}                    /imports/{import}                                       zuoqi.levyAdmin
            /api/imports                                /api/imports                                            zuoqi.levyAdmin
            /api/imports/{importId:\\d+}                /api/imports/{import}                                   zuoqi.levyAdmin
            /api/imports/{importId:\\d+}/rows           /api/imports/{import}/rows                              zuoqi.levyAdmin
            /api/imports/{importId:\\d+}/rejects.{ending} /api/imports/{import}/rejects.csv                     zuoqi.levyAdmin
            /api/imports/{importId:\\d+}/rejects.{ending} /api/imports/{import}/rejects.xlsx                    zuoqi.levyAdmin
            /api/imports/template.{ending}              /api/imports/template.csv                               zuoqi.levyAdmin
            /overpayments                               /overpayments?bureau=zuoqi&importId={import}            zuoqi.levyAdmin
            /overpayments/export.{ending}               /overpayments/export.csv?bureau=zuoqi                   zuoqi.levyAdmin
            /overpayments/export.{ending}               /overpayments/export.xlsx?importId={import}             zuoqi.levyAdmin
            /overpayments/report                        /overpayments/report?month=2021-05                      zuoqi.levyAdmin
            /overpayments/report.{ending}               /overpayments/report.csv?month=2021-05                  zuoqi.levyAdmin
            /api/overpayments                           /api/overpayments?bureau=zuoqi&importId={import}        zuoqi.levyAdmin
            /api/overpayments/numbers                   /api/overpayments/numbers?bureau=zuoqi&importId={import} zuoqi.levyAdmin
            /reports                                    /reports?bureau=zuoqi&from=2021-05-01                   zuoqi.levyAdmin
            /reports.xlsx                               /reports.xlsx?bureau=zuoqi&from=2021-05-01              zuoqi.levyAdmin
            /api/reports/overview                       /api/reports/overview?bureau=zuoqi&from=2021-05-01      zuoqi.levyAdmin
            /reports/breaches                           /reports/breaches?bureau=zuoqi&from=2021-05-01          zuoqi.levyAdmin
            /reports/breaches.{ending:xlsx|csv}         /reports/breaches.csv?bureau=zuoqi&from=2021-05-01      zuoqi.levyAdmin
            /reports/breaches.{ending:xlsx|csv}         /reports/breaches.xlsx?bureau=zuoqi&from=2021-05-01     zuoqi.levyAdmin
            /reports/cases                              /reports/cases?bureau=zuoqi&from=2021-05-01             zuoqi.levyAdmin
            /reports/cases.{ending:xlsx|csv}            /reports/cases.csv?bureau=zuoqi&from=2021-05-01         zuoqi.levyAdmin
            /reports/cases.{ending:xlsx|csv}            /reports/cases.xlsx?bureau=zuoqi&from=2021-05-01        zuoqi.levyAdmin
            /reports/months                             /reports/months?bureau=zuoqi                            zuoqi.levyAdmin
            /reports/months/{month:[^.]+}               /reports/months/2021-05?bureau=zuoqi                    -
            /reports/months/{month}.xlsx                /reports/months/2021-05.xlsx?bureau=zuoqi               -
            /reports/models                             /reports/models                                         -
            /reports/models/{process}                   /reports/models/refund?bureau=zuoqi                     zuoqi.levyAdmin
            /reports/models/{process}.bpmn              /reports/models/refund.bpmn                             zuoqi.levyAdmin
            /reports/models/{process}/cases             /reports/models/refund/cases?bureau=zuoqi&step=sourceReview zuoqi.levyAdmin
            /reports/models/{process}/cases             /reports/models/refund/cases?bureau=zuoqi&step=reviewRefund zuoqi.levyAdmin
            /reports/supervision                        /reports/supervision?bureau=zuoqi                       zuoqi.levyAdmin
            """;

    /** Open to everybody: the way in. */
    private static final Set<String> OPEN = Set.of("/login");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, String> numbers = new HashMap<>();

    private record Walk(String route, String address, String reader) {}

    @BeforeAll
    void rememberNumbers() throws Exception {
        clock.set("2021-05-10T10:00");
        people.account("zuoqi.hallIntake");
        var document = documents.upload(
                "zuoqi",
                "zuoqi.hallIntake",
                "走查.pdf",
                DocumentType.PDF,
                ("%PDF-1.4 " + TAXPAYER).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> refund = new HashMap<>(RefundFixture.anApplication());
        refund.putAll(Map.of(
                "taxpayerName",
                TAXPAYER,
                "accountName",
                TAXPAYER,
                "requestId",
                "route-walk-refund",
                "documents",
                document.documentId().toString()));
        numbers.put("refund", desk.start("zuoqi.hallIntake", "refund", refund));
        numbers.put("request", "route-walk-refund");
        numbers.put("document", document.documentId().toString());
        numbers.put("task", desk.task(numbers.get("refund"), "reviewRefund").getId());
        numbers.put(
                "deregistration",
                desk.start(
                        "zuoqi.hallIntake",
                        "deregistration",
                        DeregistrationFixture.with(
                                DeregistrationFixture.aSmallFirm(),
                                "taxpayerName",
                                TAXPAYER,
                                "deviceCleared",
                                "FALSE")));
        numbers.put("clock", one("select min(clock_id)::text from clock where case_number = ?", "refund"));
        numbers.put("notice", one("select min(notice_id)::text from notice where case_number = ?", "refund"));
        announceSimplified();
        load();
    }

    private void announceSimplified() {
        var answer = people.withPassword("zuoqi.hallIntake")
                .post(
                        "/api/deregistrations/simplified-notices",
                        "{\"announcementNo\":\"ROUTE-WALK-1\",\"taxpayerId\":\"91152921FAKE00013N\",\"taxpayerName\":\"%s\",\"announcedOn\":\"2021-05-10\"}"
                                .formatted(TAXPAYER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void load() throws InterruptedException {
        String list = "主管税务机关,纳税人识别号,纳税人名称,征收项目,税款所属期起,税款所属期止,电子税票号码,多缴金额,多缴产生日期\n"
                + "zuoqi,91152921FAKE00013N,%s,增值税,2021-01-01,2021-01-31,WALK00000001,1000.50,2021-03-01\n"
                        .formatted(TAXPAYER)
                + "zuoqi,91152921FAKE00013N,%s,增值税,2021-01-01,2021-01-31,WALK00000002,很多,2021-03-01\n"
                        .formatted(TAXPAYER);
        var answer = people.withPassword("zuoqi.taxSource").post("/api/imports?name=walk.csv", list, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        numbers.put("import", answer.body().replaceAll(".*\"importId\":(\\d+).*", "$1"));
        for (int i = 0; i < 100 && !isLoaded(); i++) {
            Thread.sleep(200);
        }
        numbers.put(
                "overpayment", one("select min(case_number) from overpayment where import_id = ?::bigint", "import"));
    }

    private boolean isLoaded() {
        return one("select state from overpayment_import where import_id = ?::bigint", "import")
                .equals("DONE");
    }

    private String one(String statement, String number) {
        return jdbc.sql(statement)
                .param(numbers.get(number))
                .query(String.class)
                .single();
    }

    @AfterAll
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyRouteIsWalked() {
        Set<String> ours = mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("org.chunfeng."))
                .filter(one -> isRead(one.getKey()))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> walked = Stream.concat(walks().stream().map(Walk::route), OPEN.stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(walked).isEqualTo(ours).hasSizeGreaterThan(60);
    }

    @Test
    void nobodyReadsAnything() {
        Visitor nobody = people.nobody();

        for (Walk walk : walks()) {
            HttpResponse<byte[]> page = nobody.download(walk.address());
            assertThat(page.statusCode()).as(walk.address()).isIn(302, 401);
            assertThat(text(page)).as(walk.address()).doesNotContain(secrets());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ejina.hallIntake",
                "ejina.taxSource",
                "ejina.leaderOnDuty",
                "ejina.levyAdmin",
                "ejina.revenueAccounting",
                "ejina.audit"
            })
    void theNextCountyReadsNothing(String stranger) {
        Visitor visitor = people.signedIn(stranger);

        for (Walk walk : walks()) {
            HttpResponse<byte[]> page = visitor.download(walk.address());
            assertThat(page.statusCode()).as(walk.address()).isIn(200, 302, 403, 404);
            assertThat(text(page)).as(walk.address()).doesNotContain(page.statusCode() < 400 ? secrets() : names());
        }
    }

    /** Else the walk would prove nothing. */
    @Test
    void whoeverMayReadItDoes() {
        long telling = walks().stream()
                .filter(walk -> !walk.reader().equals("-"))
                .filter(walk -> {
                    HttpResponse<byte[]> page = people.signedIn(walk.reader()).download(walk.address());
                    assertThat(page.statusCode()).as(walk.address()).isEqualTo(200);
                    return Stream.of(secrets()).anyMatch(text(page)::contains);
                })
                .count();

        assertThat(telling).isGreaterThan(30);
    }

    private static boolean isRead(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private List<Walk> walks() {
        return ROUTES.lines()
                .map(line -> line.split("\\s+"))
                .map(parts -> new Walk(parts[0], filled(parts[1]), parts[2]))
                .toList();
    }

    private String filled(String address) {
        String filled = address;
        for (var number : numbers.entrySet()) {
            filled = filled.replace("{" + number.getKey() + "}", number.getValue());
        }
        return filled;
    }

    /** What a refusal may not tell even to those who ask for it by its number. */
    private static String[] names() {
        return new String[] {TAXPAYER, "WALK0000000"};
    }

    private String[] secrets() {
        return new String[] {
            TAXPAYER, numbers.get("refund"), numbers.get("deregistration"), numbers.get("overpayment"), "WALK0000000"
        };
    }

    /** What a page says; of a workbook, what its parts say. */
    private static String text(HttpResponse<byte[]> page) {
        boolean workbook = page.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("spreadsheetml"))
                .isPresent();
        return workbook ? unpacked(page.body()) : new String(page.body(), StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] workbook) {
        var all = new StringBuilder();
        try {
            Path file = Files.createTempFile("walk", ".xlsx");
            Files.write(file, workbook);
            try (var parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    all.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
