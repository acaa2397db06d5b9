package org.chunfeng.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chunfeng.refund.RefundFixture.aSlip;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.engine.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the treasury as they really come: twice, too late, too early, and about slips that nobody knows. */
@ChunfengTest
class TreasuryAnswerTest {

    private static final String CLERK = "tengger.hallIntake";
    private static final String ISSUER = "tengger.revenueAccounting";
    private static final String CHECKER = "tengger.revenueAccounting2";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TreasuryMailbox mailbox;

    @Autowired
    private TreasuryInbox inbox;

    @Autowired
    private AnswerCheck check;

    @Autowired
    private Actors actors;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2026-09-07T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aDoubledAnswerCountsOnce() throws Exception {
        String number = sent();

        assertThat(answer(number, "first", "PAID")).isEqualTo("APPLIED");
        assertThat(answer(number, "first", "PAID")).isEqualTo("DOUBLED");
        assertThat(answer(number, "second", "PAID")).isEqualTo("LATE");

        assertThat(happened(number, "PAID")).isEqualTo(1);
        assertThat(desk.isRunning(number)).isTrue();
    }

    @Test
    void anAnswerAfterTheEndIsKeptAndChangesNothing() throws Exception {
        String number = sent();
        assertThat(answer(number, "off", "WRITTEN_OFF")).isEqualTo("APPLIED");
        assertThat(desk.isRunning(number)).isFalse();

        assertThat(answer(number, "late", "RETURNED")).isEqualTo("LATE");

        assertThat(cases.get(number).outcome()).isEqualTo("PAID");
        assertThat(fate(number + "-late")).isEqualTo("LATE");
    }

    @Test
    void anAnswerBeforeTheSlipIsSentWaitsForIt() throws Exception {
        String number = issued();

        assertThat(answer(number, "early", "WRITTEN_OFF")).isEqualTo("WAITING");
        send(number);
        mailbox.fetch();

        // the application's own mailman may have been quicker
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fate(number + "-early")).isEqualTo("APPLIED"));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void theFolderIsThereBeforeTheFirstAnswerWhichIsReadAndPutAside(@TempDir Path empty) throws Exception {
        String number = sent();
        var settings = new TreasurySettings(empty.resolve("treasury"));
        var postman = new TreasuryMailbox(settings, inbox, check, actors, json);

        postman.fetch();
        Files.writeString(
                settings.in().resolve("answer.json"),
                "{\"messageId\":\"%1$s-file\",\"slipNo\":\"%1$s-1\",\"answer\":\"WRITTEN_OFF\"}".formatted(number));
        postman.fetch();

        assertThat(fate(number + "-file")).isEqualTo("APPLIED");
        assertThat(settings.in()).isEmptyDirectory();
        assertThat(settings.done().resolve("answer.json")).exists();
    }

    @Test
    void anAnswerAboutAnUnknownSlipIsKept() {
        HttpResponse<String> answer =
                post("{\"messageId\":\"lost-1\",\"slipNo\":\"R-152999-2026-999999-1\",\"answer\":\"PAID\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"fate\":\"UNKNOWN_SLIP\"");
        assertThat(fate("lost-1")).isEqualTo("UNKNOWN_SLIP");
    }

    @Test
    void anAnswerThatSaysNothingIsRefusedInChinese() {
        HttpResponse<String> answer = post("{\"messageId\":\"\",\"slipNo\":\"\",\"answer\":\"MAYBE\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"messageId\"", "\"field\":\"answer\"", "不在可选范围内");
    }

    private String sent() throws Exception {
        String number = issued();
        send(number);
        return number;
    }

    private String issued() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        desk.complete("tengger.taxSource", number, "reviewRefund", anApproval());
        desk.complete("tengger.taxSource2", number, "approveRefund", Map.of("approval", "APPROVE"));
        desk.complete(ISSUER, number, "issueSlip", aSlip());
        return number;
    }

    private void send(String number) throws Exception {
        desk.complete(CHECKER, number, "checkSlip", Map.of("slipRight", "true"));
        desk.fireDueJobs(number);
    }

    private String answer(String number, String message, String word) {
        HttpResponse<String> answer =
                post("""
                {"messageId": "%1$s-%2$s", "slipNo": "%1$s-1", "answer": "%3$s", "returnReason": %4$s}
                """.formatted(number, message, word, word.equals("RETURNED") ? "\"TECHNICAL\"" : "null"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"fate\":\"(\\w+)\".*", "$1");
    }

    private HttpResponse<String> post(String json) {
        return people.withPassword(ISSUER).post("/api/treasury/answers", json);
    }

    private String fate(String messageId) {
        return jdbc.sql("select fate from treasury_answer where message_id = ?")
                .param(messageId)
                .query(String.class)
                .single();
    }

    private long happened(String number, String action) {
        return jdbc.sql(
                        "select count(*) from case_event where case_number = ? and step = 'receiveAnswer' and action = ?")
                .params(number, action)
                .query(Long.class)
                .single();
    }
}
