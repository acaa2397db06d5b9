package org.chunfeng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** One person's screen, 1366×768, in Chinese, at the test's time; it remembers what the browser complained of. */
final class Screen {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    /** Long, for a machine that does other things as well. */
    static final int PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Clock clock;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    Screen(Browser browser, int port, Clock clock) {
        this.clock = clock;
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Signs in at our page. */
    Screen signIn(String userId, String password) {
        open("/login");
        page.getByLabel("账号").fill(userId);
        page.getByLabel("密码").fill(password);
        page.getByRole(AriaRole.BUTTON).click();
        page.waitForURL(address -> !address.contains("/login"));
        return this;
    }

    /** Goes to a page at the test's present time. */
    Page open(String path) {
        context.clock().setFixedTime(Date.from(clock.instant()));
        page.navigate(path);
        return page;
    }

    /** What a click opens in a tab of its own is the page from now on. */
    Page follow(Runnable click) {
        page = page.waitForPopup(click);
        page.waitForLoadState();
        return page;
    }

    /** Leaves a picture in the build's artefacts. */
    void shoot(String name) {
        // away from whatever has a tooltip
        page.mouse().move(0, HEIGHT - 1);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    List<String> complaints() {
        return complaints;
    }

    /** That a refused request was answered 400 is what the test wanted. */
    void forgetRefusals() {
        complaints.removeIf(complaint -> complaint.contains("status of 400"));
    }
}
