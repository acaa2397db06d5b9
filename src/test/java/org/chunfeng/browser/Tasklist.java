package org.chunfeng.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;

/** Camunda Tasklist as its people use it. */
final class Tasklist {

    private static final String ADDRESS = "/camunda/app/tasklist/default/";
    private static final String ONE_CASE =
            "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]";

    private final Page page;

    private Tasklist(Page page) {
        this.page = page;
    }

    static Tasklist open(Screen screen) {
        return new Tasklist(screen.open(ADDRESS));
    }

    /** With the search for one case filled in. */
    static Tasklist open(Screen screen, String caseNumber) {
        String search = URLEncoder.encode(ONE_CASE.formatted(caseNumber), UTF_8);
        // a list that is open already would write its own search over one that only the address changes to
        screen.page().navigate("about:blank");
        return new Tasklist(screen.open(ADDRESS + "#/?searchQuery=" + search));
    }

    Page page() {
        return page;
    }

    FormOnScreen startRefund() {
        return start("退税");
    }

    FormOnScreen start(String process) {
        page.getByText("发起流程").click();
        dialog().getByText(process, new Locator.GetByTextOptions().setExact(true))
                .click();
        return new FormOnScreen(dialog());
    }

    private Locator dialog() {
        return page.locator(".modal-dialog");
    }

    void submitStart() {
        dialog().getByRole(AriaRole.BUTTON, named("发起")).click();
    }

    /** Tells that a case was opened, with its number. */
    Locator opened() {
        return page.locator(".cf-done");
    }

    /** Turns to one of the ready-made filters. */
    Tasklist filter(String name) {
        page.locator(".task-filter").getByText(name).click();
        return this;
    }

    Locator cards() {
        return page.locator("li.task");
    }

    Locator card(String caseNumber) {
        return cards().filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    FormOnScreen choose(String caseNumber) {
        card(caseNumber).first().click();
        return new FormOnScreen(details());
    }

    /** Takes one of several tasks of the department about a case. */
    FormOnScreen claim(String caseNumber, String step) {
        filter("本部门待办");
        card(caseNumber)
                .filter(new Locator.FilterOptions().setHasText(step))
                .first()
                .click();
        FormOnScreen form = new FormOnScreen(details());
        details().getByRole(AriaRole.BUTTON, named("认领")).click();
        return form;
    }

    /** Takes a task of the department. */
    FormOnScreen claim(String caseNumber) {
        FormOnScreen form = filter("本部门待办").choose(caseNumber);
        details().getByRole(AriaRole.BUTTON, named("认领")).click();
        return form;
    }

    /** Completes the open task and waits for the answer. */
    void complete() {
        page.waitForResponse(
                answer -> answer.url().endsWith("/submit-form"),
                () -> details().getByRole(AriaRole.BUTTON, named("完成办理")).click());
    }

    private Locator details() {
        return page.locator(".task-details");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
