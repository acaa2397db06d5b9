package org.chunfeng.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chunfeng.OwnApplication;
import org.chunfeng.casefile.CaseFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OwnApplication
class MailRunTest {

    private static final String BOTH = "zuoqi.taxSource2@chunfeng.test, zuoqi.taxSource@chunfeng.test";

    private static NoticeFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new NoticeFixture();
    }

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void oneMailGoesToAllMembersOnce() throws Exception {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));

        fixture.node.run();
        fixture.node.run();

        MimeMessage mail = theOnly(fixture.mails());
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(BOTH.split(", "));
        NoticeRecord sent = fixture.only(file);
        assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
        assertThat(sent.sentAt()).isEqualTo(NoticeFixture.NOW);
        assertThat(sent.deliveredTo()).isEqualTo(BOTH);
        assertThat(mail.getMessageID()).isEqualTo("<notice-" + sent.noticeId() + "@localhost.localdomain>");
    }

    @Test
    void chineseArrivesIntactAsTextAndAsHtmlWithALinkToTheCase() throws Exception {
        CaseFile file = fixture.aCase();
        fixture.signIn("zuoqi.hallIntake", "zuoqi", "hallIntake");
        fixture.tell(handOver(file).saying("<b>请尽快</b>"));
        fixture.signOut();

        fixture.node.run();

        MimeMessage mail = theOnly(fixture.mails());
        assertThat(mail.getSubject()).isEqualTo("【待办】" + file.caseNumber() + "：审核");
        assertThat(mail.getFrom()[0].toString()).contains("chunfeng@localhost.localdomain");
        assertThat(part(mail, 0))
                .contains("阿拉善左旗驼铃商贸有限公司的案件" + file.caseNumber() + "已移交“审核”环节，请及时签收办理。")
                .contains("<b>请尽快</b>")
                .contains("发出人：张hallIntake，时间：2026-11-24 10:00")
                .contains("https://chunfeng.test/cases/" + file.caseNumber());
        assertThat(part(mail, 1))
                .contains("阿拉善左旗驼铃商贸有限公司")
                .contains("&lt;b&gt;请尽快&lt;/b&gt;")
                .contains("href=\"https://chunfeng.test/cases/" + file.caseNumber() + "\"");
    }

    @Test
    void aFileGoesWithTheMail() throws Exception {
        CaseFile file = fixture.aCase();
        byte[] content = {1, 2, 3};
        fixture.transaction.executeWithoutResult(status ->
                fixture.notices.tell(handOver(file), new NoticeFile("月报.xlsx", "application/octet-stream", content)));

        fixture.node.run();

        var parts = (MimeMultipart) theOnly(fixture.mails()).getContent();
        var attached = (MimeBodyPart) parts.getBodyPart(1);
        assertThat(MimeUtility.decodeText(attached.getFileName())).isEqualTo("月报.xlsx");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(content);
    }

    @Test
    void nothingIsSentForWorkThatIsRolledBack() {
        CaseFile file = fixture.aCase();
        fixture.transaction.executeWithoutResult(status -> {
            fixture.notices.tell(handOver(file));
            status.setRollbackOnly();
        });
        fixture.tell(handOver(file).occasion("kept"));

        fixture.node.run();

        assertThat(fixture.mails()).hasSize(membersOfTaxSource());
    }

    @Test
    void nothingIsSentBeforeTheWorkIsCommitted() {
        CaseFile file = fixture.aCase();

        fixture.transaction.executeWithoutResult(status -> {
            fixture.notices.tell(handOver(file));
            CompletableFuture.runAsync(fixture.node::run).join();
            assertThat(fixture.mails()).isEmpty();
        });
        fixture.node.run();

        assertThat(fixture.mails()).hasSize(membersOfTaxSource());
    }

    @Test
    void aNoticeOutsideOfficeHoursWaitsForTheOpening() {
        CaseFile file = fixture.aCase();
        fixture.tell(warning(file, "1").notBefore(NoticeFixture.NOW.plus(Duration.ofHours(15))));

        fixture.node.run();
        assertThat(fixture.mails()).isEmpty();
        fixture.pass(Duration.ofHours(15));
        fixture.node.run();

        assertThat(fixture.mails()).hasSize(1);
    }

    @Test
    void whoHasNoAddressReadsItOnThePage() {
        CaseFile file = fixture.aCase();
        fixture.person("zuoqi.quiet", "zuoqi", "hallIntake", "");
        fixture.tell(Notice.about(file, NoticeKind.WARNING, "sourceReview", Recipient.account("zuoqi.quiet", "zuoqi")));

        fixture.node.run();

        NoticeRecord shown = fixture.only(file);
        assertThat(shown.channel()).isEqualTo(Channel.PAGE);
        assertThat(shown.state()).isEqualTo(DeliveryState.SENT);
        assertThat(shown.deliveryNote()).isEqualTo("收件人没有可用的邮件地址，仅在页面显示。");
        assertThat(fixture.mails()).isEmpty();
    }

    @Test
    void aColleaguesMistypedAddressDoesNotKeepTheMailFromTheOthers() {
        CaseFile file = fixture.aCase();
        fixture.person("zuoqi.taxSource3", "zuoqi", "taxSource", "not an address");
        fixture.tell(handOver(file));

        fixture.node.run();

        assertThat(fixture.only(file).deliveredTo()).isEqualTo(BOTH);
    }

    @Test
    void thePrefecturesPeopleGetNoMailOfACountysGroup() {
        CaseFile file = fixture.aCase();
        fixture.person("alxa.taxSource", "alxa", "taxSource", "alxa@chunfeng.test");
        fixture.joins("alxa.taxSource", "zuoqi");
        fixture.tell(handOver(file));

        fixture.node.run();

        assertThat(fixture.only(file).deliveredTo()).isEqualTo(BOTH);
    }

    @Test
    void withoutAMailServerEverythingStaysWaiting() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));

        fixture.node(0).run();

        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(fixture.only(file).attempts()).isZero();
    }

    @Test
    void aDayWithoutMailServerLosesAndDoublesNothing() {
        List<CaseFile> files =
                IntStream.range(0, 5).mapToObj(each -> fixture.aCase()).toList();
        files.forEach(file -> fixture.tell(handOver(file)));
        fixture.server.stop();
        for (int round = 0; round < 100; round++) {
            fixture.node.run();
            fixture.pass(Duration.ofMinutes(15));
        }
        assertThat(files).extracting(file -> fixture.only(file).state()).containsOnly(DeliveryState.PENDING);
        assertThat(fixture.only(files.get(0)).deliveryNote()).isEqualTo("邮件服务器暂时无法使用，恢复后自动发送：Connection refused");

        fixture.server.start();
        int untilRested = fixture.bean(NoticeSettings.class).roundsOfRest() + 1;
        IntStream.range(0, untilRested).forEach(round -> fixture.node.run());

        assertThat(files).extracting(file -> fixture.only(file).state()).containsOnly(DeliveryState.SENT);
        assertThat(fixture.mails()).hasSize(files.size() * membersOfTaxSource());
    }

    @Test
    void anUnreachableServerIsLeftAloneForAWhile() {
        fixture.tell(handOver(fixture.aCase()));
        fixture.server.stop();
        fixture.node.run();
        fixture.server.start();

        int rounds = 0;
        while (fixture.mails().length == 0 && rounds < 100) {
            fixture.node.run();
            rounds++;
        }

        assertThat(rounds).isEqualTo(16);
    }

    @Test
    void aRefusedMailIsTriedLaterAndLaterAndThenGivenUp() {
        CaseFile file = fixture.aCase();
        fixture.person("zuoqi.bad", "zuoqi", "hallIntake", "bad@zuoqi.test");
        fixture.tell(Notice.about(file, NoticeKind.WARNING, "sourceReview", Recipient.account("zuoqi.bad", "zuoqi")));

        try (var server = new StubbornMailServer(false)) {
            MailRun node = fixture.node(server.port());
            node.run();
            node.run();
            assertThat(fixture.only(file).attempts()).isEqualTo(1);
            for (Duration wait : waits()) {
                fixture.pass(wait.minusSeconds(1));
                int before = fixture.only(file).attempts();
                node.run();
                assertThat(fixture.only(file).attempts()).isEqualTo(before);
                fixture.pass(Duration.ofSeconds(1));
                node.run();
                assertThat(fixture.only(file).attempts()).isEqualTo(before + 1);
            }
            assertThat(server.accepted).isEmpty();
        }

        NoticeRecord dead = fixture.only(file);
        assertThat(dead.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(dead.attempts()).isEqualTo(12);
        assertThat(dead.deliveryNote()).isEqualTo("邮件被拒收：bad@zuoqi.test 550 no such user");
    }

    @Test
    void aPersonSendsAGivenUpMailAgain() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        fixture.jdbc.sql("update notice set state = 'FAILED', attempts = 12").update();
        fixture.signIn("alxa.levyAdmin", "alxa", "levyAdmin");
        NoticeDesk desk = fixture.bean(NoticeDesk.class);
        assertThat(desk.dead()).hasSize(1);

        desk.sendAgain(fixture.only(file).noticeId());
        fixture.signOut();
        fixture.node.run();

        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.SENT);
        assertThat(fixture.mails()).hasSize(membersOfTaxSource());
    }

    @Test
    void oneRefusedAddressDoesNotKeepTheMailFromTheOthers() {
        CaseFile file = fixture.aCase();
        fixture.person("zuoqi.taxSource3", "zuoqi", "taxSource", "bad@zuoqi.test");
        fixture.tell(handOver(file));

        try (var server = new StubbornMailServer(false)) {
            MailRun node = fixture.node(server.port());
            node.run();
            fixture.pass(Duration.ofDays(1));
            node.run();

            assertThat(server.accepted).hasSize(1);
        }
        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.SENT);
        assertThat(fixture.only(file).deliveredTo()).isEqualTo(BOTH);
        assertThat(fixture.only(file).deliveryNote()).isEqualTo("部分地址未送达：bad@zuoqi.test 550 no such user");
    }

    @Test
    void oneRefusedRecipientDoesNotStopTheOthers() {
        CaseFile bad = fixture.aCase();
        CaseFile good = fixture.aCase();
        fixture.person("zuoqi.bad", "zuoqi", "hallIntake", "bad@zuoqi.test");
        fixture.tell(Notice.about(bad, NoticeKind.WARNING, "sourceReview", Recipient.account("zuoqi.bad", "zuoqi")));
        fixture.tell(handOver(good));

        try (var server = new StubbornMailServer(false)) {
            fixture.node(server.port()).run();
        }

        assertThat(fixture.only(bad).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(fixture.only(good).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void aServerThatHangsUpAfterItsYesGetsTheMailOnce() {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));

        try (var server = new StubbornMailServer(true)) {
            MailRun node = fixture.node(server.port());
            IntStream.range(0, 20).forEach(round -> {
                node.run();
                fixture.pass(Duration.ofHours(1));
            });

            assertThat(server.accepted).hasSize(1);
        }
        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void whatPiledUpForOnePersonGoesAsOneMailInOrder() throws Exception {
        CaseFile first = fixture.aCase();
        CaseFile second = fixture.aCase();
        fixture.tell(warning(first, "1"));
        fixture.tell(escalation(first, "1"));
        fixture.tell(escalation(second, "1"));

        fixture.node.run();

        MimeMessage mail = theOnly(fixture.mails());
        assertThat(mail.getSubject()).isEqualTo("【汇总】3 条预警和超期通知");
        assertThat(part(mail, 0))
                .containsSubsequence(
                        "【临期】" + first.caseNumber(), "【超期】" + first.caseNumber(), "【超期】" + second.caseNumber());
        assertThat(states(first, second)).containsOnly(DeliveryState.SENT);
    }

    @Test
    void handOversAndOtherPeoplesNoticesStayOutOfADigest() throws Exception {
        CaseFile file = fixture.aCase();
        fixture.tell(escalation(file, "1"));
        fixture.tell(
                Notice.about(file, NoticeKind.HAND_OVER, "permitReturn", Recipient.group("leaderOnDuty", "zuoqi")));
        fixture.tell(escalation(file, "2"));
        fixture.tell(Notice.about(file, NoticeKind.ESCALATION, "sourceReview", Recipient.group("audit", "zuoqi")));

        fixture.node.run();

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "【汇总】2 条预警和超期通知", "【待办】" + file.caseNumber() + "：再次补正审批", "【超期】" + file.caseNumber() + "：税源审核");
    }

    @Test
    void manyNodesAtOnceSendEverythingOnce() throws Exception {
        int people = 8;
        IntStream.range(0, people)
                .forEach(each -> fixture.person("p" + each, "zuoqi", "hallIntake", "p" + each + "@zuoqi.test"));
        CaseFile file = fixture.aCase();
        IntStream.range(0, people)
                .forEach(each -> IntStream.range(0, 10).forEach(occasion -> tellTwoThings(file, each, occasion)));
        List<MailRun> nodes = Stream.generate(
                        () -> fixture.node(fixture.server.getSmtp().getPort()))
                .limit(3)
                .toList();

        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(node::run))
                        .toArray(CompletableFuture[]::new))
                .get(60, TimeUnit.SECONDS);

        int handOversAndOneDigest = 11;
        assertThat(states(file)).containsOnly(DeliveryState.SENT);
        assertThat(Arrays.stream(fixture.mails()).map(MailRunTest::messageId))
                .hasSize(people * handOversAndOneDigest)
                .doesNotHaveDuplicates();
    }

    @Test
    void aClaimDoesNotWaitForASlowMailServer() throws Exception {
        CaseFile file = fixture.aCase();
        fixture.tell(handOver(file));
        try (var silent = new java.net.ServerSocket(0)) {
            var sending = CompletableFuture.runAsync(fixture.node(silent.getLocalPort())::run);
            try (var connected = silent.accept()) {
                fixture.bean(Acknowledgements.class)
                        .acknowledgeStep(file.caseNumber(), "reviewRefund", "zuoqi.taxSource");

                assertThat(sending).isNotDone();
                assertThat(fixture.only(file).acknowledgedBy()).isEqualTo("zuoqi.taxSource");
            }
            sending.get(30, TimeUnit.SECONDS);
        }
        assertThat(fixture.only(file).state()).isEqualTo(DeliveryState.PENDING);
    }

    private void tellTwoThings(CaseFile file, int person, int occasion) {
        Recipient recipient = Recipient.account("p" + person, "zuoqi");
        String distinct = String.valueOf(occasion);
        fixture.tell(Notice.about(file, NoticeKind.HAND_OVER, "reviewRefund", recipient)
                .occasion(distinct));
        fixture.tell(Notice.about(file, NoticeKind.ESCALATION, "sourceReview", recipient)
                .occasion(distinct));
    }

    private static Notice handOver(CaseFile file) {
        return Notice.about(file, NoticeKind.HAND_OVER, "reviewRefund", Recipient.group("taxSource", "zuoqi"));
    }

    private static Notice warning(CaseFile file, String occasion) {
        Recipient leader = Recipient.group("leaderOnDuty", "zuoqi");
        return Notice.about(file, NoticeKind.WARNING, "sourceReview", leader).occasion(occasion);
    }

    private static Notice escalation(CaseFile file, String occasion) {
        Recipient leader = Recipient.group("leaderOnDuty", "zuoqi");
        return Notice.about(file, NoticeKind.ESCALATION, "sourceReview", leader).occasion(occasion);
    }

    /** The waits between twelve attempts. */
    private static List<Duration> waits() {
        var growing = Stream.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
        return Stream.concat(growing, Stream.generate(() -> Duration.ofHours(2)).limit(8))
                .toList();
    }

    private static int membersOfTaxSource() {
        return 2;
    }

    private List<DeliveryState> states(CaseFile... files) {
        return Arrays.stream(files)
                .flatMap(file -> fixture.notices.of(file.caseNumber()).stream())
                .map(NoticeRecord::state)
                .toList();
    }

    private List<String> subjects() throws Exception {
        var subjects = new java.util.ArrayList<String>();
        for (MimeMessage mail : fixture.mails()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    /** The same mail may lie in several mailboxes. */
    private static MimeMessage theOnly(MimeMessage[] mails) {
        assertThat(Arrays.stream(mails).map(MailRunTest::messageId).distinct()).hasSize(1);
        return mails[0];
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Plain text is alternative 0, HTML alternative 1. */
    private static String part(MimeMessage mail, int alternative) throws Exception {
        var mixed = (MimeMultipart) mail.getContent();
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var alternatives = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternatives.getBodyPart(alternative).getContent().toString();
    }
}
