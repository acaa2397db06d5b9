package org.chunfeng.deregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.deregistration.DeregistrationFixture.aBranch;
import static org.chunfeng.deregistration.DeregistrationFixture.aSmallFirm;
import static org.chunfeng.deregistration.DeregistrationFixture.creditCode;
import static org.chunfeng.deregistration.DeregistrationFixture.json;
import static org.chunfeng.deregistration.DeregistrationFixture.with;

import java.net.http.HttpResponse;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.Statements;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and other systems meet of deregistration over HTTP. */
@ChunfengTest
class DeregistrationPagesTest {

    private static final String CLERK = "youqi.hallIntake";

    @Autowired
    private Watch watch;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseEvents events;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-05-10T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theTrackIsToldBeforeAnythingIsSent() {
        Visitor clerk = people.signedIn(CLERK);

        assertThat(track(clerk, aBranch()))
                .contains("\"track\":\"INSTANT\"", "\"ground\":\"BRANCH\"", "\"failing\":[]", "\"tableVersion\":\"");
        assertThat(track(clerk, with(aBranch(), "deviceCleared", "FALSE", "taxpayerClass", "GENERAL")))
                .contains("\"track\":\"10\"", "一般流程，10个工作日", "\"code\":\"C6\"", "未缴销税控专用设备")
                .doesNotContain("\"code\":\"C5\"", "\"code\":\"N");
        assertThat(track(clerk, with(aBranch(), "deviceCleared", ""))).contains("\"track\":\"5\"", "是否缴销税控专用设备尚未核实");
        assertThat(track(clerk, with(aBranch(), "materialsPresent", "", "commitmentSigned", "true")))
                .contains("\"track\":\"ON_COMMITMENT\"", "清税申报表");
        assertThat(track(clerk, with(aBranch(), "abnormal", "TRUE"))).contains("\"afterZeroDeclarations\":true");
        assertThat(track(clerk, Map.of("branch", "PERHAPS", "fineAmount", "a lot")))
                .contains("\"qualified\":false");
    }

    @Test
    void onlyThoseWhoHandleDeregistrationsAskForTheTrack() {
        assertThat(people.signedIn("youqi.revenueAccounting")
                        .post("/api/deregistrations/track", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anInstantApplicationAnswersWithItsCertificateAndTwiceIsOnce() {
        Visitor system = people.withPassword(CLERK);
        Map<String, Object> application = aBranch();

        HttpResponse<String> first = system.post("/api/deregistrations", json(application));
        HttpResponse<String> second = system.post("/api/deregistrations", json(application));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).contains("\"certificateNo\":\"152922税企清〔2021〕", "\"filedBefore\":false");
        assertThat(second.body()).contains("\"filedBefore\":true").contains(caseIn(first));
    }

    @Test
    void aWrongApplicationIsRefusedInWords() {
        HttpResponse<String> answer =
                people.withPassword(CLERK).post("/api/deregistrations", json(with(aBranch(), "branch", "MAYBE")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("企业分支机构：“MAYBE”不在可选范围内");
    }

    @Test
    void theCertificateIsPrintedAndTheLookIsWrittenDown() throws Exception {
        Map<String, Object> application = aBranch();
        String number = desk.start(CLERK, "deregistration", application);

        String page = people.signedIn(CLERK)
                .page("/deregistrations/" + number + "/certificate")
                .body();

        assertThat(page)
                .contains("清税证明", "税企清〔2021〕", String.valueOf(application.get("taxpayerId")), "均已结清")
                .doesNotContain("??");
        assertThat(jdbc.sql("select place from access_log where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .contains("certificate");
        assertThat(people.signedIn(CLERK).page("/cases/" + number).body())
                .contains("/deregistrations/" + number + "/certificate", "企业分支机构即办", "金税三期系统")
                .doesNotContain("??");
    }

    @Test
    void anotherCountyReachesNothing() throws Exception {
        String number = desk.start(CLERK, "deregistration", aBranch());
        Visitor stranger = people.signedIn("ejina.hallIntake");

        for (String paper : new String[] {"certificate", "track", "commitment", "zero-declarations"}) {
            assertThat(stranger.page("/deregistrations/" + number + "/" + paper).statusCode())
                    .as(paper)
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/api/deregistrations/" + number + "/items").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/deregistrations/" + number + "/periods").statusCode())
                .isEqualTo(404);
        assertThat(stranger.post("/api/deregistrations/" + number + "/withdrawal", "{\"withdrawReason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDecisionIsPrintedForTheTaxpayer() throws Exception {
        String number = desk.start(CLERK, "deregistration", with(aBranch(), "localCit", "TRUE"));

        String page = people.signedIn(CLERK)
                .page("/deregistrations/" + number + "/track")
                .body();

        assertThat(page).contains("办理方式告知单", "C10", "就地预缴或分配缴纳企业所得税").doesNotContain("??");
    }

    @Test
    void theZeroDeclarationsArePrintedAndTheCommitmentToo() throws Exception {
        String abnormal = desk.start(
                CLERK,
                "deregistration",
                with(
                        aSmallFirm(),
                        "abnormal",
                        "TRUE",
                        "abnormalSince",
                        "2021-01-01",
                        "abnormalItems",
                        "10101,10104",
                        "vatFrequency",
                        "MONTHLY"));
        String promised = desk.start(
                CLERK,
                "deregistration",
                with(
                        aBranch(),
                        "materialsPresent",
                        "clearanceForm",
                        "commitmentSigned",
                        "true",
                        "commitmentSignedBy",
                        "王秀兰",
                        "commitmentDueOn",
                        "2021-06-30"));
        Visitor clerk = people.signedIn(CLERK);

        assertThat(clerk.page("/deregistrations/" + abnormal + "/zero-declarations")
                        .body())
                .contains("批量零申报确认表", "2021-05", "2021-04 – 2021-06", "共 5 个")
                .doesNotContain("??");
        assertThat(clerk.get("/api/deregistrations/" + abnormal + "/periods").body())
                .contains("\"code\":\"10101:202101\"");
        assertThat(clerk.page("/deregistrations/" + promised + "/commitment").body())
                .contains("承诺书", "经办人身份证件", "2021-06-30", "D 级")
                .doesNotContain("??");
        assertThat(clerk.get("/api/deregistrations/" + promised + "/items").body())
                .contains("\"state\":\"PROMISED\"", "\"promisable\":true");
        assertThat(clerk.page("/deregistrations/" + promised + "/certificate").body())
                .contains("注销状态为清算");
    }

    @Test
    void aGeneralCaseHasAReceiptWithItsPromisedDate() throws Exception {
        String number = desk.start(CLERK, "deregistration", aSmallFirm());

        assertThat(people.signedIn(CLERK).page("/cases/" + number + "/receipt").body())
                .contains("清税申报", "2021年5月17日")
                .doesNotContain("??");
    }

    @Test
    void theWatchListShowsWhatIsLeftAndRefersWhatQualified() throws Exception {
        String late = desk.start(CLERK, "deregistration", aSmallFirm());
        String putOff = desk.start(
                CLERK,
                "deregistration",
                with(aBranch(), "generalFlowWanted", "true", "generalFlowReason", "纳税人要求核对账目"));
        Visitor supervisor = people.signedIn("alxa.levyAdmin");

        String list = supervisor.page("/watchlist").body();
        assertThat(list)
                .contains(late, putOff, "符合即办而转一般流程：纳税人要求核对账目", "5 个工作日")
                .doesNotContain("??");
        assertThat(supervisor.page("/watchlist?only=QUALIFIED").body())
                .contains(putOff)
                .doesNotContain(late);
        assertThat(supervisor
                        .submit("/watchlist/" + late + "/referral", Map.of("referralOpinion", "请督查"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(supervisor
                        .submit("/watchlist/" + putOff + "/referral", Map.of("referralOpinion", "请督查"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(events.of(putOff)).anyMatch(event -> event.action().equals("WATCH_REFERRED"));
        assertThat(notices.of(putOff)).extracting(NoticeRecord::kind).contains(NoticeKind.REFERRAL);
        assertThat(supervisor
                        .submit("/watchlist/" + putOff + "/referral", Map.of("referralOpinion", "再次"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anOverdueCaseThatHasItsAuditCaseIsReferredThere() throws Exception {
        String number = desk.start(CLERK, "deregistration", aSmallFirm());
        clock.set("2021-05-17T18:00");
        desk.fireDueJobs();
        Visitor supervisor = people.signedIn("alxa.levyAdmin");
        String audit = jdbc.sql("select case_number from case_file where related_case = ?")
                .param(number)
                .query(String.class)
                .single();

        assertThat(supervisor.page("/watchlist?only=OVERDUE&bureau=youqi").body())
                .contains(number, "/cases/" + audit)
                .doesNotContain("/watchlist/" + number + "/referral");
        HttpResponse<String> answer =
                supervisor.submit("/watchlist/" + number + "/referral", Map.of("referralOpinion", "超期未办，提请督查"));
        desk.complete("alxa.levyAdmin", audit, "referBreach", Map.of("opinion", "超期未办，提请督查"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("已有督查案件 " + audit);
        assertThat(desk.openSteps(audit)).doesNotContain("referBreach").contains("examineBreach");
    }

    @Test
    void whatIsClosedAndBeforeAuditIsWatchedNoMore() throws Exception {
        String number = desk.start(
                CLERK,
                "deregistration",
                with(aBranch(), "generalFlowWanted", "true", "generalFlowReason", "纳税人要求核对账目"));
        clock.set("2021-05-17T18:00");
        desk.fireDueJobs();
        assertThat(watch.line(number)).isPresent();

        desk.complete("youqi.taxSource", number, "reviewDeregistration", DeregistrationFixture.aPass());
        desk.complete("youqi.leaderOnDuty", number, "approveDeregistration", Map.of("approval", "APPROVE"));
        desk.complete(CLERK, number, "issueClearance", Map.of("deliveredBy", "COUNTER", "receivedBy", "巴特尔"));

        assertThat(watch.line(number)).isEmpty();
    }

    @Test
    void aLongerWatchListAsksTheDatabaseNoMoreOften() throws Exception {
        watched(2);

        long few = questions();
        watched(4);
        long many = questions();

        assertThat(many).isEqualTo(few).isBetween(3L, 20L);
    }

    /** Decided by tables that are in force no more, so that today's have to be asked. */
    private void watched(int cases) throws Exception {
        for (int i = 0; i < cases; i++) {
            String number = desk.start("wulanbuhe.hallIntake", "deregistration", aSmallFirm());
            jdbc.sql(
                            "update deregistration_assessment set table_version = 'older', track = 'INSTANT' where case_number = ?")
                    .param(number)
                    .update();
            assertThat(watch.line(number).orElseThrow().fallsDifferently()).isTrue();
        }
    }

    private long questions() throws Exception {
        return people.as("alxa.levyAdmin", () -> Statements.of(() -> watch.lines(WatchList.Only.ALL, "wulanbuhe")));
    }

    @Test
    void theWatchListIsNotForTheCounties() {
        Visitor clerk = people.signedIn(CLERK);

        assertThat(clerk.page("/watchlist").statusCode()).isEqualTo(403);
        assertThat(clerk.page("/watchlist/monthly").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/watchlist/monthly.csv").statusCode()).isEqualTo(403);
        assertThat(clerk.submit("/watchlist/D-152922-2021-000001/referral", Map.of("referralOpinion", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.signedIn("alxa.audit")
                        .submit("/watchlist/D-152922-2021-000001/referral", Map.of("referralOpinion", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theMonthlyListIsAPageAndAFile() throws Exception {
        clock.set("2021-07-05T10:00");
        String instant = desk.start(CLERK, "deregistration", aBranch());
        String general = desk.start(CLERK, "deregistration", with(aSmallFirm(), "taxpayerName", "=居延海商贸"));
        Visitor supervisor = people.signedIn("alxa.levyAdmin");

        assertThat(supervisor
                        .page("/watchlist/monthly?month=2021-07&bureau=youqi")
                        .body())
                .contains(instant, general, "即时办结", "一般流程")
                .doesNotContain("??");
        String file = supervisor.get("/watchlist/monthly.csv?month=2021-07").body();
        assertThat(file).startsWith("\uFEFF\"受理编号\"").contains(instant, "\"'=居延海商贸\"");
        assertThat(supervisor.get("/watchlist/monthly.csv?month=2021-06").body())
                .doesNotContain(instant, general);
    }

    @Test
    void aSimplifiedNoticeIsToldWithinOneWorkingDay() {
        Visitor system = people.withPassword(CLERK);
        String notice = json(Map.of(
                "announcementNo", "JYZX-2021-88",
                "taxpayerId", creditCode(777),
                "taxpayerName", "曼德拉文旅有限公司",
                "announcedOn", "2021-05-09",
                "openItemsFound", "尚有增值税专用发票3份未缴销"));

        assertThat(system.post("/api/deregistrations/simplified-notices", notice)
                        .body())
                .contains("\"receivedBefore\":false");
        assertThat(system.post("/api/deregistrations/simplified-notices", notice)
                        .body())
                .contains("\"receivedBefore\":true");
        assertThat(system.post("/api/deregistrations/simplified-notices", "{}").body())
                .contains("简易注销公告编号：必填");
        Visitor clerk = people.signedIn(CLERK);
        assertThat(clerk.page("/simplified-notices").body())
                .contains("JYZX-2021-88", "2021-05-11 18:00", "3份未缴销")
                .doesNotContain("??");
        assertThat(clerk.page("/notices").body()).contains("曼德拉文旅有限公司");
        assertThat(people.signedIn("ejina.hallIntake")
                        .submit("/simplified-notices/JYZX-2021-88/told", Map.of("toldHow", "电话"))
                        .statusCode())
                .isEqualTo(404);
        clerk.submit("/simplified-notices/JYZX-2021-88/told", Map.of("toldHow", "电话告知经办人"));

        assertThat(clerk.page("/simplified-notices").body()).doesNotContain("JYZX-2021-88");
    }

    private static String track(Visitor visitor, Map<String, Object> form) {
        HttpResponse<String> answer = visitor.post("/api/deregistrations/track", json(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String caseIn(HttpResponse<String> answer) {
        return answer.body().replaceAll(".*\"caseNumber\":\"([^\"]+)\".*", "$1");
    }
}
