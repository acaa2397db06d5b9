package org.chunfeng.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chunfeng.casefile.Masks;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The cases behind a figure, page by page or as one table to take away; personal numbers are masked in both. */
@Service
class CaseLists {

    static final int PAGE_SIZE = 50;
    /** What a spreadsheet still opens well. */
    static final int MOST_EXPORTED = 100_000;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.\\.\\d{4}-\\d\\d-\\d\\d");

    private final Items items;
    private final RollUp rollUp;
    private final Ages ages;
    private final Labels labels;
    private final Texts texts;
    private final Clock clock;

    CaseLists(Items items, RollUp rollUp, Ages ages, Labels labels, Texts texts, Clock clock) {
        this.items = items;
        this.rollUp = rollUp;
        this.ages = ages;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One row as people read it.
     *
     * @param overdue the working days since it was due, where it is overdue now; else null
     */
    record Row(
            String caseNumber,
            String taxpayerName,
            String taxpayerId,
            String bureau,
            String matter,
            String step,
            String person,
            String status,
            @Nullable Integer overdue,
            Item item) {}

    /** One page of a list. */
    record Page(List<Row> rows, long total, int page, int pages, boolean ofSteps) {}

    /** What is asked for; refused when there is no such figure, or its value cannot be read. */
    Items.Question question(Scope scope, @Nullable String code, @Nullable String value) {
        Figure figure = Figure.of(code == null ? Figure.RECEIVED.code() : code);
        String given = value == null ? "" : value;
        var refusals = new Refusals(texts);
        Filters.require(figure != null, "figure", refusals);
        Filters.require(figure != Figure.SPREAD || NUMBER.matcher(given).matches(), "value", refusals);
        Filters.require(figure != Figure.AGE || isDays(given), "value", refusals);
        if (figure == null || !refusals.isEmpty()) {
            throw new Refused(400, refusals.all());
        }
        return new Items.Question(scope, figure, given, new Moment(clock.instant(), LocalDate.now(clock)));
    }

    private static boolean isDays(String value) {
        if (!DAYS.matcher(value).matches()) {
            return false;
        }
        try {
            LocalDate.parse(value.substring(0, 10));
            LocalDate.parse(value.substring(12));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    Page page(Items.Question question, int page) {
        rollUp.catchUpBriefly();
        long total = items.count(question);
        int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<Row> rows = rows(items.find(question, PAGE_SIZE, (long) (shown - 1) * PAGE_SIZE));
        return new Page(rows, total, shown, pages, question.figure().ofSteps(question.scope()));
    }

    List<Row> all(Items.Question question) {
        rollUp.catchUpBriefly();
        return rows(items.find(question, MOST_EXPORTED, 0));
    }

    private List<Row> rows(List<Item> found) {
        Map<String, String> bureaus = labels.bureauNames();
        Map<String, String> people =
                labels.namesOf(found.stream().map(Item::person).distinct().toList());
        return found.stream()
                .map(item -> new Row(
                        item.caseNumber(),
                        item.taxpayerName(),
                        Masks.taxpayerId(item.taxpayerId()),
                        bureaus.getOrDefault(item.bureau(), item.bureau()),
                        labels.matter(item.kind(), item.matter()),
                        item.step().isEmpty() ? "" : labels.step(item.step()),
                        people.getOrDefault(item.person(), item.person()),
                        labels.code("status", item.status()),
                        overdue(item),
                        item))
                .toList();
    }

    private @Nullable Integer overdue(Item item) {
        if (item.stoppedOn() != null || item.dueAt() == null || item.dueAt().isAfter(clock.instant())) {
            return null;
        }
        LocalDate due = LocalDate.ofInstant(item.dueAt(), clock.getZone());
        return ages.worked(due, LocalDate.now(clock));
    }
}
