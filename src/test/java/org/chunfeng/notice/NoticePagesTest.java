package org.chunfeng.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChunfengTest
@OwnApplication
class NoticePagesTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oneClickOnThePageAcknowledges() {
        CaseFile file = aCase();
        long noticeId = handOver(file);
        var reader = people.signedIn("zuoqi.taxSource");
        String action = "/notices/%d/acknowledgement".formatted(noticeId);
        assertThat(reader.get("/notices").body()).contains("【待办】" + file.caseNumber(), "阿拉善左旗税务局税源部门", action);

        HttpResponse<String> answer = reader.submit(action, Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(reader.get("/notices").body()).contains(file.caseNumber()).doesNotContain(action);
        assertThat(noticeOf(file).acknowledgedBy()).isEqualTo("zuoqi.taxSource");
    }

    @Test
    void aProgramReadsAndAcknowledgesItsOwnNotices() {
        CaseFile file = aCase();
        long noticeId = handOver(file);
        var program = people.signedIn("zuoqi.taxSource2");

        assertThat(program.get("/api/notices").body()).contains(file.caseNumber());
        assertThat(program.get("/api/notices?caseNumber=" + file.caseNumber()).body())
                .contains("HAND_OVER");
        assertThat(program.post("/api/notices/%d/acknowledgement".formatted(noticeId), "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(noticeOf(file).acknowledgedBy()).isEqualTo("zuoqi.taxSource2");
    }

    @Test
    void anotherCountyFindsNothingByAnyDoor() {
        CaseFile file = aCase();
        long noticeId = handOver(file);
        var stranger = people.signedIn("youqi.taxSource");

        assertThat(stranger.get("/notices").body()).doesNotContain(file.caseNumber());
        assertThat(stranger.get("/notices/" + noticeId).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/notices").body()).doesNotContain(file.caseNumber());
        assertThat(stranger.get("/api/notices?caseNumber=" + file.caseNumber()).statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = stranger.post("/api/notices/%d/acknowledgement".formatted(noticeId), "{}");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("没有这条通知");
        assertThat(noticeOf(file).acknowledgedAt()).isNull();
    }

    @Test
    void aColleagueOfAnotherGroupIsToldThatItIsNotHis() {
        long noticeId = handOver(aCase());

        HttpResponse<String> refused =
                people.signedIn("zuoqi.hallIntake").post("/api/notices/%d/acknowledgement".formatted(noticeId), "{}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("这条通知不是发给你的");
    }

    @Test
    void theLeaderSeesWhatNobodyAcknowledged() {
        CaseFile file = aCase();
        handOver(file);

        assertThat(people.signedIn("zuoqi.leaderOnDuty").get("/notices").body()).contains("未签收的交接", file.caseNumber());
        assertThat(people.signedIn("zuoqi.hallIntake").get("/notices").body()).doesNotContain("未签收的交接");
        assertThat(people.signedIn("youqi.leaderOnDuty").get("/notices").body()).doesNotContain(file.caseNumber());
    }

    @Test
    void onlyLevyAdministrationSendsAGivenUpMailAgain() {
        CaseFile file = aCase();
        long noticeId = handOver(file);
        jdbc.sql(
                        "update notice set state = 'FAILED', channel = 'MAIL', attempts = 12, delivery_note = '邮件被拒收：550' where notice_id = ?")
                .param(noticeId)
                .update();
        String retry = "/notices/%d/retry".formatted(noticeId);

        assertThat(people.signedIn("zuoqi.taxSource").post("/api" + retry, "{}").statusCode())
                .isEqualTo(403);
        var levyAdmin = people.signedIn("alxa.levyAdmin");
        assertThat(levyAdmin.get("/notices").body()).contains("发送失败的邮件", "邮件被拒收：550", retry);
        levyAdmin.submit(retry, Map.of());

        assertThat(noticeOf(file).state()).isNotEqualTo(DeliveryState.FAILED);
    }

    @Test
    void paperForTheTaxpayerIsPrintedAndHandedOut() {
        CaseFile file = aCase();
        notices.taxpayerNotice(file, NoticeKind.MATERIALS, "1", "1. 完税凭证复印件");
        long noticeId = noticeOf(file).noticeId();
        var clerk = people.signedIn("zuoqi.hallIntake");

        String sheet = clerk.get("/notices/" + noticeId).body();
        clerk.submit("/notices/%d/handout".formatted(noticeId), Map.of());

        assertThat(sheet).contains("补正资料一次性告知书", "1. 完税凭证复印件", "阿拉善左旗税务局");
        assertThat(noticeOf(file).deliveredTo()).isEqualTo("zuoqi.hallIntake");
        assertThat(clerk.get("/notices/" + noticeId).body()).contains("已送达").doesNotContain("已送达纳税人");
    }

    @Test
    void nobodyReadsWithoutSigningIn() {
        long noticeId = handOver(aCase());

        assertThat(people.nobody().get("/notices").statusCode()).isNotEqualTo(200);
        assertThat(people.nobody().get("/api/notices").statusCode()).isNotEqualTo(200);
        assertThat(people.nobody().get("/notices/" + noticeId).statusCode()).isNotEqualTo(200);
    }

    private CaseFile aCase() {
        return cases.get(cases.open(new NewCase(
                CaseKind.REFUND,
                "SETTLEMENT",
                "GENERAL",
                "zuoqi",
                "91152921MA0N000000",
                "阿拉善左旗驼铃商贸有限公司",
                100L,
                "COUNTER",
                null,
                null,
                "zuoqi.hallIntake",
                Instant.parse("2026-11-24T02:00:00Z"),
                null)));
    }

    private long handOver(CaseFile file) {
        notices.handOver(file, "reviewRefund", "taxSource", "1");
        return noticeOf(file).noticeId();
    }

    private NoticeRecord noticeOf(CaseFile file) {
        return notices.of(file.caseNumber()).get(0);
    }
}
