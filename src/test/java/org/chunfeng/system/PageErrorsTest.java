package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChunfengTest
class PageErrorsTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Test
    void aMissingPageIsSaidInChineseWithoutTechnicalities() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        HttpResponse<String> page = clerk.page("/no/such/page");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("没有这个页面", "返回首页").doesNotContain("Exception", "at org.", "Whitelabel");
    }

    @Test
    void aMissingRouteOfOurInterfaceIsAnsweredInTheSameShapeAsARefusal() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        HttpResponse<String> answer = clerk.get("/api/no/such/route");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"message\":\"没有这个页面", "\"refusals\":[]");
    }

    @Test
    void badInputIsAnswered400() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        HttpResponse<String> answer = clerk.post("/api/checks/refund/refundApplied", "{");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("提交的内容无法识别").doesNotContain("Exception");
    }

    @Test
    void whatTheEngineForbidsIsARefusalAtOurInterfaceToo() throws Exception {
        String refund = desk.start("zuoqi.hallIntake", "refund", RefundFixture.anApplication());

        HttpResponse<String> filed = people.withPassword("zuoqi.revenueAccounting")
                .post("/api/deregistrations", "{\"requestId\":\"not-mine\"}");
        HttpResponse<String> withdrawn = people.withPassword("zuoqi.audit")
                .post("/api/refunds/" + refund + "/withdrawal", "{\"withdrawReason\":\"不退了\"}");

        assertThat(filed.statusCode()).as(filed.body()).isIn(400, 403);
        assertThat(filed.body()).contains("\"type\":\"Refused\"");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isIn(400, 403);
        assertThat(withdrawn.body()).contains("\"type\":\"Refused\"");
        assertThat(desk.isRunning(refund)).isTrue();
    }

    @Test
    void pagesForbidForeignScriptsAndFrames() {
        var headers = people.nobody().page("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                        .doesNotContain("script-src", "unsafe-eval"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
    }

    @Test
    void theSignInPageNeedsNoScript() {
        HttpResponse<String> page = people.nobody().page("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("国家税务总局阿拉善盟税务局", "lang=\"zh-CN\"", "账号", "密码", "name=\"_csrf\"")
                .doesNotContain("<script", "??");
        assertThat(people.nobody().page("/css/sign-in.css").statusCode()).isEqualTo(200);
    }
}
