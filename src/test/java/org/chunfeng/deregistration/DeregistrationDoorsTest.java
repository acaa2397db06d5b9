package org.chunfeng.deregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.deregistration.DeregistrationFixture.aBranch;
import static org.chunfeng.deregistration.DeregistrationFixture.aSmallFirm;
import static org.chunfeng.deregistration.DeregistrationFixture.json;
import static org.chunfeng.deregistration.DeregistrationFixture.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a stranger, a neighbour and an impatient clerk get at the doors of deregistration. */
@ChunfengTest
class DeregistrationDoorsTest {

    private static final String CLERK = "zuoqi.hallIntake";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

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
    void whoHasNotSignedInSeesNothing() throws Exception {
        String number = desk.start(CLERK, "deregistration", aBranch());
        Visitor nobody = people.nobody();

        for (String page : List.of("certificate", "track", "commitment", "zero-declarations")) {
            assertThat(nobody.page("/deregistrations/" + number + "/" + page).body())
                    .as(page)
                    .doesNotContain("税企清", number);
        }
        assertThat(nobody.page("/watchlist").body()).doesNotContain(number);
        assertThat(nobody.get("/api/deregistrations/" + number + "/items").statusCode())
                .isEqualTo(401);
        assertThat(nobody.post("/api/deregistrations", json(aBranch())).statusCode())
                .isIn(401, 403);
    }

    @Test
    void theNeighbourReachesNeitherCaseNorPapersNorNotices() throws Exception {
        Map<String, Object> application = with(aSmallFirm(), "deviceCleared", "FALSE");
        String number = desk.start(CLERK, "deregistration", application);
        long notice = jdbc.sql("select max(notice_id) from notice where case_number = ? and channel = 'PRINT'")
                .param(number)
                .query(Long.class)
                .single();
        Visitor stranger = people.signedIn("youqi.hallIntake");

        for (String address : List.of(
                "/cases/" + number,
                "/cases/" + number + "/receipt",
                "/deregistrations/" + number + "/track",
                "/notices/" + notice,
                "/api/cases/" + number,
                "/api/requests/" + application.get("requestId"),
                "/api/deregistrations/" + number + "/items")) {
            assertThat(stranger.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(desk.isRunning(number)).isTrue();
    }

    @Test
    void theNeighbourIsNotToldTheNumberOfACase() throws Exception {
        Map<String, Object> application = aSmallFirm();
        String number = desk.start(CLERK, "deregistration", application);
        Visitor stranger = people.withPassword("youqi.hallIntake");

        var answer = stranger.post("/api/deregistrations", json(application));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("属其他税务机关").doesNotContain(number);
    }

    @Test
    void aCountysOwnLevyDepartmentSeesItsCountyOnly() throws Exception {
        String here = desk.start(CLERK, "deregistration", aSmallFirm());
        String there = desk.start("youqi.hallIntake", "deregistration", aSmallFirm());
        Visitor county = people.signedIn("youqi.levyAdmin");

        for (String address :
                List.of("/watchlist", "/watchlist?bureau=zuoqi", "/watchlist/monthly?month=2021-05&bureau=zuoqi")) {
            assertThat(county.page(address).body()).as(address).contains(there).doesNotContain(here);
        }
        assertThat(county.get("/watchlist/monthly.csv?month=2021-05").body())
                .contains(there)
                .doesNotContain(here);
        assertThat(county.submit("/watchlist/" + here + "/referral", Map.of("referralOpinion", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameApplicationSentManyTimesAtOnceIsOneCaseWithOneCertificate() throws Exception {
        Map<String, Object> application = aBranch();

        List<Integer> answers = atOnce(
                6,
                () -> people.withPassword(CLERK)
                        .post("/api/deregistrations", json(application))
                        .statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(casesOf(application)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from clearance join case_file using (case_number) where taxpayer_id = ?")
                        .param(application.get("taxpayerId"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoClerksWhoApplyForOneTaxpayerInTheSameMomentOpenOneCase() throws Exception {
        Map<String, Object> application = aSmallFirm();

        List<Integer> answers = atOnce(
                4,
                () -> people.withPassword(CLERK)
                        .post(
                                "/api/deregistrations",
                                json(with(application, "requestId", "clerk-" + System.nanoTime())))
                        .statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(casesOf(application)).isEqualTo(1);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> work) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(times);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var done : hands.invokeAll(Collections.nCopies(times, work))) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            hands.shutdown();
        }
    }

    private long casesOf(Map<String, Object> application) {
        return jdbc.sql("select count(*) from case_file where taxpayer_id = ?")
                .param(application.get("taxpayerId"))
                .query(Long.class)
                .single();
    }
}
