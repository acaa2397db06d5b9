package org.chunfeng.modelview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.deregistration.DeregistrationFixture.aSmallFirm;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;
import static org.chunfeng.refund.RefundFixture.with;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers on a model are those of the cases behind them, and nobody sees another county's. */
@ChunfengTest
class ModelViewTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @Autowired
    private ModelViews views;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    private String late = "";
    private String early = "";

    @BeforeEach
    void oneIsLateAndOneIsNot() throws Exception {
        clock.set("2023-03-06T10:00");
        late = desk.start("youqi.hallIntake", "refund", of("晚到矿业有限公司"));
        clock.set("2023-03-13T10:00");
        early = desk.start("youqi.hallIntake", "refund", of("准时矿业有限公司"));
    }

    @AfterEach
    void letTimeRun() {
        clock.reset();
    }

    @Test
    void everyNumberOpensAsManyCases() {
        Visitor levyAdmin = people.signedIn("alxa.levyAdmin");
        List<ModelViews.Row> rows = views.places("refund", "youqi");

        String late = levyAdmin.page(cases("sourceReview", "overdue")).body();

        ModelViews.Row review = row(rows, "sourceReview");
        assertThat(review.overdue()).isPositive();
        assertThat(review.open()).isGreaterThan(review.overdue());
        assertThat(numbers(late))
                .hasSize(review.overdue().intValue())
                .contains(this.late)
                .doesNotContain(early);
        assertThat(numbers(levyAdmin.page(cases("sourceReview", "open")).body()))
                .hasSize((int) review.open())
                .contains(this.late, early);
        assertThat(numbers(levyAdmin.page(cases("reviewRefund", "open")).body()))
                .hasSize((int) row(rows, "reviewRefund").open())
                .contains(this.late, early);
    }

    @Test
    void aTaskShowsHowManyOfTheClockAroundItItHoldsUp() throws Exception {
        clock.set("2023-03-06T10:00");
        String alsoLate = desk.start("youqi.hallIntake", "refund", of("一同晚到矿业有限公司"));
        desk.complete("youqi.taxSource", late, "reviewRefund", anApproval());
        clock.set("2023-03-13T10:00");

        List<ModelViews.Row> rows = views.places("refund", "youqi");
        ModelViews.Row around = row(rows, "sourceReview");
        ModelViews.Row review = row(rows, "reviewRefund");
        ModelViews.Row approval = row(rows, "approveRefund");

        assertThat(review.within()).isEqualTo("税源审核");
        assertThat(review.clock()).isEqualTo("sourceReview");
        assertThat(review.overdue() + approval.overdue()).isLessThanOrEqualTo(around.overdue());
        Visitor levyAdmin = people.signedIn("alxa.levyAdmin");
        assertThat(numbers(levyAdmin.page(cases("approveRefund", "overdue")).body()))
                .hasSize(approval.overdue().intValue())
                .contains(late)
                .doesNotContain(alsoLate, early);
        assertThat(numbers(levyAdmin.page(cases("reviewRefund", "overdue")).body()))
                .hasSize(review.overdue().intValue())
                .contains(alsoLate)
                .doesNotContain(late, early);
    }

    @Test
    void aTaskOnTheClockOfItsWholeCaseShowsWhatIsLateThere() throws Exception {
        clock.set("2023-03-13T10:00");
        String slow = desk.start("youqi.hallIntake", "deregistration", aSmallFirm());
        clock.set("2023-04-14T10:00");

        ModelViews.Row review = row(views.places("deregistration", "youqi"), "reviewDeregistration");
        String cases = people.signedIn("alxa.levyAdmin")
                .page("/reports/models/deregistration/cases?bureau=youqi&step=reviewDeregistration&state=overdue")
                .body();

        assertThat(review.clock()).isEqualTo("deregistration");
        assertThat(review.overdue()).isPositive();
        assertThat(numbers(cases)).hasSize(review.overdue().intValue()).contains(slow);
    }

    @Test
    void whatIsCalledFromAModelCountsAndLeadsOn() throws Exception {
        desk.send(
                "youqi.taxSource",
                "suspensionRequested",
                early,
                Map.of("suspensionReason", "INSPECTION", "documentNo", "税稽检〔2023〕7号", "plannedEnd", "2023-04-03"));

        ModelViews.Row call = row(views.places("refund", "youqi"), "suspension");
        String cases = people.signedIn("youqi.leaderOnDuty")
                .page("/reports/models/suspension/cases?step=approveSuspension")
                .body();

        assertThat(call.calls()).isEqualTo("suspension");
        assertThat(call.open()).isPositive();
        assertThat(cases).contains(early);
        assertThat(row(views.wholeCases("refund", "youqi"), "promise").open()).isPositive();
    }

    @Test
    void aCountySeesItsOwnNumbersWhateverTheAddressSays() {
        Visitor stranger = people.signedIn("ejina.leaderOnDuty");

        String cases = stranger.page(cases("sourceReview", "open")).body();

        assertThat(numbers(cases)).doesNotContain(late, early);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refund", "deregistration", "overpayment", "audit", "suspension", "supervision", "opsTicket"})
    void everyModelIsDrawnAndListed(String process) {
        Visitor leader = people.signedIn("youqi.leaderOnDuty");

        String page = leader.page("/reports/models/" + process).body();

        assertThat(page).contains("各环节在办情况");
        assertThat(page.replaceAll("(?s).*<p class=\"legend\">(.*?)</p>.*", "$1"))
                .as("an example would be taken for a sum")
                .contains("在办", "其中超期")
                .doesNotContainPattern("[0-9]");
        assertThat(leader.page("/reports/models/" + process + ".bpmn").body())
                .contains("<bpmn:process id=\"" + process);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/models/nonsense",
                "/reports/models/nonsense.bpmn",
                "/reports/models/refund/cases?step=nonsense",
                "/reports/models/refund/cases?step=sourceReview&state=nonsense"
            })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(people.signedIn("alxa.levyAdmin").page(address).statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> of(String taxpayer) {
        return with(with(anApplication(), "taxpayerName", taxpayer), "accountName", taxpayer);
    }

    private static String cases(String step, String state) {
        return "/reports/models/refund/cases?bureau=youqi&step=%s&state=%s".formatted(step, state);
    }

    private static ModelViews.Row row(List<ModelViews.Row> rows, String step) {
        return rows.stream().filter(one -> one.step().equals(step)).findFirst().orElseThrow();
    }

    /** The case numbers that the page links to. */
    private static List<String> numbers(String page) {
        Matcher links = LINK.matcher(page);
        return links.results()
                .map(link -> link.group(1))
                .filter(address -> address.startsWith("/cases/"))
                .map(address -> address.substring("/cases/".length()))
                .toList();
    }
}
