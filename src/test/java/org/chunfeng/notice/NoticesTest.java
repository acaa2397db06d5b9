package org.chunfeng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.chunfeng.OwnApplication;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;

@OwnApplication
class NoticesTest {

    private static NoticeFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new NoticeFixture();
        fixture.bean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("bpmn/refund/refund.bpmn")
                .addModelInstance(
                        "errand.bpmn",
                        Bpmn.createExecutableProcess("errand")
                                .startEvent("errandStarted")
                                .userTask("reviewRefund")
                                .camundaCandidateGroups("taxSource")
                                .endEvent("errandDone")
                                .done())
                .deploy();
    }

    @AfterEach
    void signOut() {
        fixture.signOut();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void aHandOverNamesCaseTaxpayerStepAndDueDate() {
        CaseFile file = fixture.aCase();
        fixture.signIn("zuoqi.hallIntake", "zuoqi", "hallIntake");

        fixture.tell(handOver(file).due(NoticeFixture.NOW.plus(Duration.ofHours(8))));

        NoticeRecord written = fixture.only(file);
        assertThat(written.subject()).isEqualTo("【待办】" + file.caseNumber() + "：审核");
        assertThat(written.body())
                .isEqualTo("阿拉善左旗驼铃商贸有限公司的案件" + file.caseNumber() + "已移交“审核”环节，请及时签收办理。\n" + "办理期限：2026-11-24 18:00。");
        assertThat(written.fromActor()).isEqualTo("zuoqi.hallIntake");
        assertThat(written.bureau()).isEqualTo("zuoqi");
        assertThat(written.state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void theSameThingIsToldOnce() {
        CaseFile file = fixture.aCase();

        boolean first = fixture.tell(handOver(file));
        boolean again = fixture.tell(handOver(file));
        boolean nextRound = fixture.tell(handOver(file).occasion("second"));

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(nextRound).isTrue();
        assertThat(fixture.notices.of(file.caseNumber())).hasSize(2);
    }

    @Test
    void workThatIsRolledBackTellsNothing() {
        CaseFile file = fixture.aCase();

        fixture.transaction.executeWithoutResult(status -> {
            fixture.notices.tell(handOver(file));
            status.setRollbackOnly();
        });

        assertThat(fixture.notices.of(file.caseNumber())).isEmpty();
    }

    @Test
    void departmentsOfThePrefectureAreFoundThereForEveryCounty() {
        CaseFile file = fixture.aCase();

        fixture.tell(Notice.about(file, NoticeKind.ESCALATION, "sourceReview", Recipient.group("audit", "zuoqi")));

        assertThat(fixture.only(file).recipient()).isEqualTo(Recipient.group("audit", "alxa"));
        assertThat(fixture.list.of(fixture.actor("alxa.audit", "alxa", "audit")))
                .extracting(NoticeRecord::caseNumber)
                .contains(file.caseNumber());
    }

    @Test
    void whatTheTaxpayerIsToldWaitsToBePrinted() {
        CaseFile file = fixture.aCase();

        fixture.transaction.executeWithoutResult(
                status -> fixture.notices.taxpayerNotice(file, NoticeKind.MATERIALS, "1", "1. 完税凭证复印件"));

        NoticeRecord written = fixture.only(file);
        assertThat(written.channel()).isEqualTo(Channel.PRINT);
        assertThat(written.body()).endsWith("尚需补正下列全部资料：\n1. 完税凭证复印件");
    }

    @Test
    void paperIsHandedOutByItsOwnBureauOnly() {
        CaseFile file = fixture.aCase();
        fixture.transaction.executeWithoutResult(
                status -> fixture.notices.taxpayerNotice(file, NoticeKind.RECEIPT, "1", ""));
        NoticeDesk desk = fixture.bean(NoticeDesk.class);
        long noticeId = fixture.only(file).noticeId();

        fixture.signIn("alxa.audit", "alxa", "audit");
        assertThatThrownBy(() -> desk.handOut(noticeId)).isInstanceOf(Refused.class);
        fixture.signIn("zuoqi.hallIntake", "zuoqi", "hallIntake");
        desk.handOut(noticeId);

        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.SENT);
        assertThat(fixture.only(file).deliveredTo()).isEqualTo("zuoqi.hallIntake");
    }

    @Test
    void claimingTheTaskAcknowledgesItsHandOver() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        TaskService tasks = fixture.bean(TaskService.class);
        String task = taskOf(file);

        fixture.signIn("zuoqi.taxSource", "zuoqi", "taxSource");
        tasks.claim(task, "zuoqi.taxSource");

        assertThat(fixture.only(file).acknowledgedBy()).isEqualTo("zuoqi.taxSource");
        assertThat(fixture.only(file).acknowledgedAt()).isEqualTo(NoticeFixture.NOW);
    }

    @Test
    void aTaskGivenByTheSystemIsNotYetAcknowledged() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        TaskService tasks = fixture.bean(TaskService.class);
        String task = taskOf(file);

        fixture.signOut();
        tasks.setAssignee(task, "zuoqi.taxSource");

        assertThat(fixture.only(file).acknowledgedAt()).isNull();
    }

    @Test
    void theFirstClickOfAMemberCounts() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        long noticeId = fixture.only(file).noticeId();

        acknowledge(noticeId, fixture.actor("zuoqi.taxSource2", "zuoqi", "taxSource"));
        acknowledge(noticeId, fixture.actor("zuoqi.taxSource", "zuoqi", "taxSource"));

        assertThat(fixture.only(file).acknowledgedBy()).isEqualTo("zuoqi.taxSource2");
    }

    @Test
    void nobodyElseAcknowledgesAndAnotherCountySeesNothing() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        long noticeId = fixture.only(file).noticeId();

        assertThatThrownBy(() -> acknowledge(noticeId, fixture.actor("zuoqi.hallIntake", "zuoqi", "hallIntake")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
        assertThatThrownBy(() -> acknowledge(noticeId, fixture.actor("youqi.taxSource", "youqi", "taxSource")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404));
        assertThat(fixture.only(file).acknowledgedAt()).isNull();
    }

    @Test
    void anotherCountysGroupOfTheSameNameSeesNothing() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));

        var seen = fixture.list.of(fixture.actor("youqi.taxSource", "youqi", "taxSource"));

        assertThat(seen).isEmpty();
        fixture.signIn("youqi.taxSource", "youqi", "taxSource");
        assertThatThrownBy(() -> fixture.bean(NoticeDesk.class).of(file.caseNumber()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatWaitsForAClickStandsFirst() {
        CaseFile file = fixture.aCase();
        Actor reader = fixture.actor("zuoqi.reader", "zuoqi");
        Recipient recipient = Recipient.account("zuoqi.reader", "zuoqi");
        fixture.tell(Notice.about(file, NoticeKind.WARNING, "sourceReview", recipient));
        fixture.tell(Notice.about(file, NoticeKind.ESCALATION, "sourceReview", recipient));
        acknowledge(fixture.list.of(reader).get(0).noticeId(), reader);

        var seen = fixture.list.of(reader);

        assertThat(seen).extracting(NoticeRecord::kind).containsExactly(NoticeKind.WARNING, NoticeKind.ESCALATION);
    }

    @Test
    void aHandOverThatWaitsTooLongIsRemindedOnceAndShownToTheLeader() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        var tooLong = NoticeFixture.NOW.plus(Duration.ofHours(2));

        remindAllBefore(tooLong);
        remindAllBefore(tooLong);

        assertThat(fixture.notices.of(file.caseNumber()))
                .extracting(NoticeRecord::kind)
                .containsExactly(NoticeKind.HAND_OVER, NoticeKind.REMINDER);
        assertThat(fixture.list.unacknowledged(fixture.actor("zuoqi.leaderOnDuty", "zuoqi", "leaderOnDuty")))
                .filteredOn(notice -> notice.caseNumber().equals(file.caseNumber()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.remindedAt()).isNotNull());
        assertThat(fixture.list.unacknowledged(fixture.actor("youqi.leaderOnDuty", "youqi", "leaderOnDuty")))
                .isEmpty();
    }

    @Test
    void nobodyIsRemindedOfAFreshOrFinishedHandOver() {
        CaseFile fresh = fixture.aCase();
        CaseFile closed = fixture.aCase();
        fixture.tell(handOver(fresh));
        fixture.tell(handOver(closed));
        fixture.bean(CaseFiles.class).close(closed.caseNumber(), "WITHDRAWN");

        var before = fixture.notices.unacknowledged(NoticeFixture.NOW);
        var later = fixture.notices.unacknowledged(NoticeFixture.NOW.plusSeconds(1));

        assertThat(before).isEmpty();
        assertThat(later).extracting(NoticeRecord::caseNumber).contains(fresh.caseNumber());
        assertThat(later).extracting(NoticeRecord::caseNumber).doesNotContain(closed.caseNumber());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsTexts(NoticeKind kind) {
        MessageSource messages = fixture.bean(MessageSource.class);

        for (String part : new String[] {"name", "subject", "body"}) {
            assertThat(messages.getMessage("notice." + kind + "." + part, null, "missing", Locale.CHINA))
                    .isNotEqualTo("missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleHasItsText(MailTrouble trouble) {
        assertThat(fixture.bean(NoticeTexts.class).text("notice.trouble." + trouble, "why"))
                .contains("why");
    }

    @Test
    void aLineBreakInANameStaysOutOfTheSubject() {
        String subject = fixture.bean(NoticeTexts.class)
                .subject(Notice.announcement(Recipient.account("a", "zuoqi"), "1", "停机\r\nBcc: x@y.test"));

        assertThat(subject).isEqualTo("【通知】停机 Bcc: x@y.test");
    }

    private static Notice handOver(CaseFile file) {
        return Notice.about(file, NoticeKind.HAND_OVER, "reviewRefund", Recipient.group("taxSource", "zuoqi"));
    }

    private static String taskOf(CaseFile file) {
        fixture.signIn("zuoqi.hallIntake", "zuoqi", "hallIntake");
        fixture.bean(RuntimeService.class).startProcessInstanceByKey("errand", file.caseNumber());
        return fixture.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(file.caseNumber())
                .singleResult()
                .getId();
    }

    private static void acknowledge(long noticeId, Actor actor) {
        fixture.bean(Acknowledgements.class).acknowledge(noticeId, actor);
    }

    private static void remindAllBefore(java.time.Instant moment) {
        fixture.transaction.executeWithoutResult(
                status -> fixture.notices.unacknowledged(moment).forEach(fixture.notices::remind));
    }
}
