package org.chunfeng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.demo.ThrowAwayDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The figures against the ledger, over the year that the demo lives through as people work. */
@OwnApplication
@ActiveProfiles("demo")
@ContextConfiguration(initializers = DemoYearTest.EmptyFolder.class)
@SpringBootTest(classes = ChunfengApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoYearTest {

    private static final int MONTHS = 12;
    private static final int PATIENCE_MILLIS = 180_000;

    @Autowired
    private Overviews overviews;

    @Autowired
    private RollUp rollUp;

    @Autowired
    private Labels labels;

    @Autowired
    private MonthRun run;

    @Autowired
    private MonthReportRows rows;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private OfficeHours hours;

    @Autowired
    private Clock clock;

    /** The list of overpayments is loaded and worked on beside the start; figures must not move while they are compared. */
    @BeforeEach
    void letTheDemoComeToRest() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("demo-overpayments")) {
                thread.join(PATIENCE_MILLIS);
            }
        }
    }

    @Test
    void everyBureauAndMonthEqualsARecountOfTheLedger() {
        rollUp.catchUp();
        var agreement =
                new Agreement(new Recount(sql, calendar, hours), new Moment(clock.instant(), LocalDate.now(clock)));
        YearMonth last = YearMonth.now(clock);

        for (String bureau : bureaus()) {
            for (int before = 0; before < MONTHS; before++) {
                YearMonth month = last.minusMonths(before);
                agreement.check(overviews.of(new Scope(month.atDay(1), month.atEndOfMonth(), bureau, "", "", "", "")));
            }
        }
        Overview year =
                overviews.of(new Scope(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth(), "", "", "", "", ""));
        Overview tickets = overviews.of(
                new Scope(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth(), "", "OPS_TICKET", "", "", ""));
        agreement.check(tickets);
        assertThat(tickets.flow().received()).isBetween(5L, 10L);
        assertThat(tickets.clocks().breaches()).isOne();
        assertThat(year.flow().received()).isGreaterThan(100);
        assertThat(year.clocks().breaches()).isGreaterThan(10);
        assertThat(year.stocks()).isNotEmpty();
        assertThat(year.averages()).isNotEmpty();
    }

    @Test
    void everyMonthThatIsOverIsFrozen() {
        run.run();

        assertThat(rows.of("")).hasSizeGreaterThanOrEqualTo(MONTHS - 2);
        bureaus().forEach(bureau -> assertThat(rows.of(bureau)).as(bureau).hasSameSizeAs(rows.of("")));
    }

    /** The counties, and all together. */
    private List<String> bureaus() {
        return labels.bureaus().stream()
                .map(bureau -> bureau.isPrefecture() ? "" : bureau.bureau())
                .toList();
    }

    static class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            TestPropertyValues.of("chunfeng.demo.data-directory=" + ThrowAwayDatabase.emptyFolder())
                    .applyTo(application);
        }
    }
}
