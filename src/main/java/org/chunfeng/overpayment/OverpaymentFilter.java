package org.chunfeng.overpayment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of overpayments shows, as it stands in the address.
 *
 * @param stage where the case stands; null for every open case
 * @param due OVERDUE, WEEK or MONTH; null for all
 * @param text the beginning of a case number, a whole taxpayer or voucher number, or a part of a name
 */
record OverpaymentFilter(
        @Nullable String bureau,
        @Nullable String matter,
        @Nullable Stage stage,
        @Nullable Due due,
        @Nullable String text,
        @Nullable Long importId,
        @Nullable Integer page) {

    /** Where a case stands, and the steps that mean it. */
    enum Stage {
        CLASSIFY(OverpaymentProcess.CLASSIFY, OverpaymentProcess.RECLASSIFY),
        CONFIRM(OverpaymentProcess.CONFIRM),
        OFFSET("recordOffset"),
        FIX("fixDeclaration"),
        RECHECK("awaitRecheck"),
        REFUND(),
        CLOSED();

        private final List<String> steps;

        Stage(String... steps) {
            this.steps = List.of(steps);
        }

        public List<String> steps() {
            return steps;
        }
    }

    /** How soon it is due. */
    enum Due {
        OVERDUE(0),
        WEEK(7),
        MONTH(31);

        private final int days;

        Due(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }
    }

    /** The stage in which the cases of this list can be worked on many at once; null where there is none. */
    public @Nullable Stage bulkStage() {
        if (stage == null) {
            return Stage.CLASSIFY;
        }
        return stage == Stage.CLASSIFY || stage == Stage.CONFIRM ? stage : null;
    }

    /** The same list, narrowed to a stage. */
    OverpaymentFilter in(Stage other) {
        return new OverpaymentFilter(bureau, matter, other, due, text, importId, page);
    }

    @Nullable
    String bureauOrNull() {
        return bureau == null || bureau.isEmpty() ? null : bureau;
    }

    @Nullable
    String matterOrNull() {
        return matter == null || matter.isEmpty() ? null : matter;
    }

    public String textOrEmpty() {
        return text == null ? "" : text.strip();
    }

    public int pageOrFirst() {
        return page == null || page < 1 ? 1 : page;
    }

    /** The address of another page of the same list. */
    public String onPage(int other) {
        return UriComponentsBuilder.fromPath("/overpayments")
                .query(query())
                .queryParam("page", other)
                .encode()
                .buildAndExpand(textOrEmpty())
                .toUriString();
    }

    /** What narrows the list, for addresses that show the same list in another way. */
    public String narrowing() {
        return UriComponentsBuilder.newInstance()
                .query(query())
                .encode()
                .buildAndExpand(textOrEmpty())
                .toUriString()
                .substring(1);
    }

    private String query() {
        return "bureau=%s&matter=%s&stage=%s&due=%s&importId=%s&text={text}"
                .formatted(plain(bureauOrNull()), plain(matterOrNull()), plain(stage), plain(due), plain(importId));
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString().replaceAll("[^\\w-]", "");
    }
}
