package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.deregistration.DeregistrationFixture;
import org.chunfeng.opsticket.OpsTicketFixture;
import org.chunfeng.overpayment.OverpaymentFixture;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No text that anybody writes is longer than it may be, whichever address of ours it comes in at. */
@ChunfengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeTextTest {

    /** Route, field and who may write there. */
    private static final String TEXTS = """
            /api/refunds                                                refundReason      zuoqi.hallIntake
            /api/refunds                                                voucherNo         zuoqi.hallIntake
            /api/refunds/{refund}/withdrawal                            withdrawReason    zuoqi.hallIntake
            /api/refunds/{refund}/expedite                              expediteReason    zuoqi.hallIntake
            /api/cases/{refund}/suspension                              suspensionNote    zuoqi.hallIntake
            /api/deregistrations                                        generalFlowReason zuoqi.hallIntake
            /api/deregistrations/{deregistration}/withdrawal            withdrawReason    zuoqi.hallIntake
            /api/deregistrations/simplified-notices                     announcementNo    zuoqi.hallIntake
            /api/deregistrations/simplified-notices                     taxpayerName      zuoqi.hallIntake
            /api/deregistrations/simplified-notices                     openItemsFound    zuoqi.hallIntake
            /api/deregistrations/simplified-notices/FREE-TEXT-1/told    toldHow           zuoqi.hallIntake
            /simplified-notices/FREE-TEXT-1/told                        toldHow           zuoqi.hallIntake
            /watchlist/{deregistration}/referral                        referralOpinion   zuoqi.levyAdmin
            /cases/{refund}/tasks/{task}/release                        reason            zuoqi.leaderOnDuty
            /api/treasury/answers                                       messageId         zuoqi.revenueAccounting
            /api/treasury/answers                                       slipNo            zuoqi.revenueAccounting
            /api/treasury/answers                                       returnReason      zuoqi.revenueAccounting
            /api/tickets/{ticket}/withdrawal                            withdrawReason    zuoqi.hallIntake
            /api/calendar/imports/1/signature                           reason            alxa.levyAdmin
            /calendar/imports/1/signature                               reason            alxa.levyAdmin
            /api/overpayments/classifications                           opinion           zuoqi.taxSource
            /api/overpayments/confirmations                             opinion           zuoqi.taxSource
            /api/checks/refund/refundApplied                            refundReason      zuoqi.hallIntake
            """;

    /** Whatever is written here is not kept, or is a file whose size is limited. */
    private static final Set<String> NOTHING_KEPT = Set.of(
            "/api/deregistrations/track",
            "/reports/months/{month}",
            "/api/imports",
            "/api/calendar/imports",
            "/calendar/imports");

    private static final String LONG = "长".repeat(2001);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    private Map<String, String> numbers;

    @BeforeAll
    void rememberNumbers() throws Exception {
        clock.set("2021-05-10T10:00");
        String clerk = "zuoqi.hallIntake";
        String refund = desk.start(clerk, "refund", RefundFixture.anApplication());
        String task = desk.task(refund, "reviewRefund").getId();
        desk.claim("zuoqi.taxSource", task);
        String deregistration = desk.start(
                clerk,
                "deregistration",
                DeregistrationFixture.with(DeregistrationFixture.aSmallFirm(), "deviceCleared", "FALSE"));
        String classified = desk.start(clerk, "overpayment", OverpaymentFixture.anOverpayment());
        String confirmed = desk.start(clerk, "overpayment", OverpaymentFixture.anOverpayment());
        desk.complete("zuoqi.taxSource2", confirmed, "classifyOverpayment", Map.of("overpaymentClass", "REFUND"));
        numbers = Map.of(
                "{refund}", refund,
                "{task}", task,
                "{ticket}", desk.start(clerk, "opsTicket", OpsTicketFixture.aTicket()),
                "{deregistration}", deregistration,
                "classifications", classified,
                "confirmations", confirmed);
        people.withPassword(clerk)
                .post(
                        "/api/deregistrations/simplified-notices",
                        "{\"announcementNo\":\"FREE-TEXT-1\",\"taxpayerId\":\"91152921FAKE00013N\",\"taxpayerName\":\"弱水文旅有限公司\",\"announcedOn\":\"2021-05-10\"}");
    }

    @AfterAll
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyAddressThatTakesTextIsListed() {
        Set<String> taking = mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith("org.chunfeng."))
                .filter(one -> isWritten(one.getKey()) && takesText(one.getValue()))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .filter(route -> !NOTHING_KEPT.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(taking)
                .hasSizeGreaterThan(15)
                .allSatisfy(route -> assertThat(texts())
                        .as(route)
                        .anyMatch(text -> text[0].matches(route.replaceAll("\\{[^/]+}", "[^/]+"))));
    }

    @Test
    void everyTextThatIsTooLongIsRefusedInChinese() {
        for (String[] text : texts()) {
            HttpResponse<String> answer = sent(text[0], text[1], text[2]);

            assertThat(answer.statusCode()).as(text[0] + " " + text[1]).isIn(200, 400);
            assertThat(answer.body()).as(text[0] + " " + text[1]).containsPattern("最多[\\d,]+个字|不超过[\\d,]+字");
        }
    }

    private HttpResponse<String> sent(String route, String field, String writer) {
        String address = filled(route);
        if (!route.startsWith("/api/")) {
            return people.signedIn(writer).submit(address, Map.of(field, LONG));
        }
        String value = "{\"%s\":\"%s\"}".formatted(field, LONG);
        String last = route.substring(route.lastIndexOf('/') + 1);
        Visitor visitor = people.withPassword(writer);
        if (numbers.containsKey(last)) {
            return visitor.post(
                    address, "{\"caseNumbers\":[\"%s\"],\"values\":%s}".formatted(numbers.get(last), value));
        }
        return visitor.post(address, route.startsWith("/api/checks/") ? "{\"values\":" + value + "}" : value);
    }

    private String filled(String route) {
        String address = route;
        for (String number : List.of("{refund}", "{task}", "{deregistration}", "{ticket}")) {
            address = address.replace(number, numbers.get(number));
        }
        return address;
    }

    private static List<String[]> texts() {
        return TEXTS.lines().map(line -> line.split("\\s+")).toList();
    }

    private static boolean isWritten(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return !methods.isEmpty() && !methods.contains(RequestMethod.GET);
    }

    private static boolean takesText(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters()).anyMatch(FreeTextTest::isText);
    }

    private static boolean isText(Parameter parameter) {
        return parameter.isAnnotationPresent(RequestBody.class)
                || parameter.isAnnotationPresent(RequestParam.class) && parameter.getType() == String.class;
    }
}
