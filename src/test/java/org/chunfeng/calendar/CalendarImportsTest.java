package org.chunfeng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chunfeng.TestDatabase;
import org.chunfeng.calendar.CalendarRefused.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarImportsTest {

    private final DataSource database = TestDatabase.migrated();
    private final List<Object> events = new ArrayList<>();
    private final CalendarDays days = new CalendarDays(new SignedDecrees(JdbcClient.create(database)));
    private final CalendarImports imports = importsOf(days);

    private CalendarImports importsOf(CalendarDays any) {
        var clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        return new CalendarImports(new Decrees(JdbcClient.create(database)), any, clock, events::add);
    }

    private static List<Decree> next() {
        return List.of(CalendarFixture.aDecree(
                2027,
                Stream.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)),
                Stream.of(LocalDate.of(2027, 1, 9))));
    }

    @Test
    void theShippedDecreesAreInForceExactlyAsTheFileHasThem() {
        WorkCalendar shipped = CalendarFixture.shipped();

        WorkCalendar current = days.current();

        assertThat(current.version()).isEqualTo(1);
        assertThat(current.years()).isEqualTo(shipped.years());
        assertThat(LocalDate.of(2019, 12, 30).datesUntil(LocalDate.of(2027, 1, 3)))
                .allSatisfy(day -> assertThat(current.day(day)).isEqualTo(shipped.day(day)));
        var file = new DecreeFile().read(CalendarFixture.file());
        assertThat(imports.all())
                .extracting(DecreeRecord::hash)
                .containsAll(file.stream().map(Decree::hash).toList());
        assertThat(imports.draft(file, "alxa.levyAdmin")).isEmpty();
    }

    @Test
    void nothingIsKnownOf2027ButTheStandingLaw() {
        assertThat(days.current().knows(2027)).isFalse();
        assertThat(LocalDate.of(2027, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .map(days.current()::day)
                        .filter(day -> day.kind() == CalendarDay.Kind.HOLIDAY)
                        .map(day -> day.date().toString()))
                .containsExactly(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03");
    }

    @Test
    void aPreviewShowsWhatDiffersAndChangesNothing() {
        var difference = imports.preview(next()).get(0);

        assertThat(difference.newYear()).isTrue();
        assertThat(difference.changes())
                .filteredOn(change -> !change.date().isAfter(LocalDate.of(2027, 1, 31)))
                .extracting(change -> change.date() + " " + change.movesDates())
                .containsExactly("2027-01-01 false", "2027-01-04 true", "2027-01-09 true");
        assertThat(days.refresh().version()).isEqualTo(1);
        assertThat(imports.all()).hasSize(7);
    }

    @Test
    void aSecondPersonSignsAndEveryNodeFollows() {
        var otherNode = new CalendarDays(new SignedDecrees(JdbcClient.create(database)));
        otherNode.current();
        long draft = imports.draft(next(), "alxa.levyAdmin").get(0);

        imports.sign(draft, "alxa.camunda-admin", "国务院办公厅通知");

        assertThat(events).containsExactly(new CalendarChanged(2, 2027));
        assertThat(days.refresh().isWorkingDay(LocalDate.of(2027, 1, 9))).isTrue();
        assertThat(otherNode.atLeast(2).isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
        DecreeRecord signed = imports.all().get(0);
        assertThat(signed.state()).isEqualTo(DecreeRecord.State.SIGNED);
        assertThat(signed.signedBy()).isEqualTo("alxa.camunda-admin");
        assertThat(signed.reason()).isEqualTo("国务院办公厅通知");
    }

    @Test
    void theSameDecreeTwiceChangesNothing() {
        long draft = imports.draft(next(), "alxa.levyAdmin").get(0);

        assertThat(imports.draft(next(), "alxa.levyAdmin2")).containsExactly(draft);
        imports.sign(draft, "alxa.camunda-admin", "国务院办公厅通知");
        imports.sign(draft, "alxa.camunda-admin", "国务院办公厅通知");

        assertThat(imports.draft(next(), "alxa.levyAdmin")).isEmpty();
        assertThat(imports.preview(next()).get(0).changes()).isEmpty();
        assertThat(days.refresh().version()).isEqualTo(2);
        assertThat(events).hasSize(1);
    }

    @Test
    void aLaterSetOfTheYearSupersedesTheFormerOne() {
        imports.sign(imports.draft(next(), "a").get(0), "b", "通知");
        var corrected = List.of(CalendarFixture.aDecree(2027, Stream.of(LocalDate.of(2027, 1, 1)), Stream.empty()));

        imports.sign(imports.draft(corrected, "a").get(0), "b", "更正");

        assertThat(imports.all().stream().filter(decree -> decree.year() == 2027))
                .extracting(DecreeRecord::state)
                .containsExactly(DecreeRecord.State.SIGNED, DecreeRecord.State.SUPERSEDED);
        assertThat(days.refresh().isWorkingDay(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @Test
    void nobodySignsHisOwnImportOrWithoutAReasonOrWhatIsPutAside() {
        long draft = imports.draft(next(), "alxa.levyAdmin").get(0);

        assertThat(refusal(() -> imports.sign(draft, "alxa.levyAdmin", "通知"))).isEqualTo(Reason.SAME_PERSON);
        assertThat(refusal(() -> imports.sign(draft, "alxa.camunda-admin", " ")))
                .isEqualTo(Reason.REASON_MISSING);
        imports.discard(draft);
        assertThat(refusal(() -> imports.sign(draft, "alxa.camunda-admin", "通知")))
                .isEqualTo(Reason.NOT_A_DRAFT);
        assertThat(days.refresh().version()).isEqualTo(1);
    }

    private static Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(CalendarRefused.class, call).reason();
    }
}
