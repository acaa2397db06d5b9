package org.chunfeng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;

/** The people of one county and of the prefecture's audit, each at a screen of their own. */
final class Office implements AutoCloseable {

    static final String CLERK = "hallIntake";
    static final String REVIEWER = "taxSource";
    static final String APPROVER = "taxSource2";
    static final String ISSUER = "revenueAccounting";
    static final String CHECKER = "revenueAccounting2";
    static final String LEADER = "leaderOnDuty";
    static final String AUDITOR = "alxa.audit";
    static final String SUPERVISOR = "alxa.levyAdmin";

    private static final Map<String, String> NAMES = Map.of(
            CLERK, "其其格",
            REVIEWER, "王建军",
            APPROVER, "乌兰",
            ISSUER, "李静",
            CHECKER, "巴特尔",
            LEADER, "赵国强");

    private final Chromium chromium = Chromium.start();
    private final List<Screen> screens = new ArrayList<>();
    private final TestClock clock;
    private final String county;
    private final int port;

    Office(String county, TestPeople people, TestClock clock, int port) {
        this.county = county;
        this.clock = clock;
        this.port = port;
        PlaywrightAssertions.setDefaultAssertionTimeout(Screen.PATIENCE_MILLIS);
        NAMES.forEach((role, name) -> people.account(account(role), name));
        people.account(AUDITOR, "张敏");
        people.account(SUPERVISOR, "杨国庆");
    }

    /** The county's account for a role. */
    String account(String role) {
        return role.contains(".") ? role : county + "." + role;
    }

    /** Somebody at the sign-in page. */
    Screen screen() {
        var screen = new Screen(chromium.browser(), port, clock);
        screens.add(screen);
        return screen;
    }

    Screen signedIn(String role) {
        return screen().signIn(account(role), TestPeople.PASSWORD);
    }

    /** No page threw an error, was forbidden something or missed a file. */
    void assertNobodyHadTrouble() {
        assertThat(screens).isNotEmpty();
        assertThat(screens.stream().flatMap(screen -> screen.complaints().stream()))
                .isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
