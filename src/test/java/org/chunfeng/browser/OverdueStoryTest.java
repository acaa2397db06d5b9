package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.with;

import java.util.List;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of a step that is late, in a real browser. */
@ChunfengTest
class OverdueStoryTest {

    private static final String TAXPAYER = "额吉淖尔盐业有限公司";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office("gaoxin", people, clock, port);
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void anOverdueStepIsRedForItsDepartmentAndLandsWithAudit() throws Exception {
        String late = started("2026-09-03T10:00");
        String today = started("2026-09-07T10:00");
        String early = started("2026-09-09T10:00");
        clock.set("2026-09-11T10:00");

        for (String caseNumber : List.of(late, today, early)) {
            desk.fireDueJobs(caseNumber);
        }

        seeTheList(late, today, early);
        seeTheCase(late);
        seeTheAudit(late);
        assertThat(mailsAbout(late)).contains("HAND_OVER", "WARNING", "ESCALATION");
        office.assertNobodyHadTrouble();
    }

    private String started(String at) throws Exception {
        clock.set(at);
        var application = with(anApplication(), "taxpayerName", TAXPAYER, "accountName", TAXPAYER);
        return desk.start(office.account(Office.CLERK), "refund", application);
    }

    private void seeTheList(String late, String today, String early) {
        Screen reviewer = office.signedIn(Office.REVIEWER);
        Tasklist tasklist = Tasklist.open(reviewer).filter("本部门待办");

        assertThat(tasklist.card(late)).containsText("超期 2 个工作日");
        assertThat(tasklist.card(late)).hasAttribute("data-clock", "OVERDUE");
        assertThat(tasklist.card(today)).containsText("今日到期");
        assertThat(tasklist.card(today)).hasAttribute("data-clock", "DUE_TODAY");
        assertThat(tasklist.card(early)).containsText("剩 3 个工作日");
        assertThat(tasklist.cards()
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(TAXPAYER))
                        .first())
                .containsText(late);
        reviewer.shoot("20-overdue-list");
        tasklist.filter("已超期");
        assertThat(tasklist.card(late)).isVisible();
        assertThat(tasklist.card(today)).hasCount(0);
        reviewer.open("/");
        reviewer.shoot("21-overdue-home");
        reviewer.open("/notices");
        reviewer.shoot("22-notices");
    }

    private void seeTheCase(String late) {
        Screen leader = office.signedIn(Office.LEADER);
        leader.open("/cases/" + late);

        assertThat(leader.page().locator("main")).containsText("超期 2 个工作日");
        leader.shoot("23-overdue-case");
    }

    private void seeTheAudit(String late) {
        Screen auditor = office.signedIn(Office.AUDITOR);
        String audit = jdbc.sql("select case_number from audit_case where late_case = ?")
                .param(late)
                .query(String.class)
                .single();
        Tasklist tasklist = Tasklist.open(auditor, audit).filter("本部门待办");

        assertThat(tasklist.card(audit)).containsText("督查处理");
        FormOnScreen form = tasklist.choose(audit);
        assertThat(form.panel()).containsText(late);
        assertThat(auditor.page().getByText("发起流程")).isHidden();
        auditor.shoot("24-audit");
        auditor.open("/notices");
        auditor.shoot("25-audit-notices");
    }

    private List<String> mailsAbout(String caseNumber) {
        return jdbc.sql("select distinct kind from notice where case_number = ? and channel = 'MAIL'")
                .param(caseNumber)
                .query(String.class)
                .list();
    }
}
