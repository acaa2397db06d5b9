package org.chunfeng.casepage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chunfeng.casefile.FactGroup;
import org.jspecify.annotations.Nullable;

/** Everything that somebody who decides wants to see of a case, with the texts to show. */
record CasePanel(
        Header header,
        List<ClockView> clocks,
        List<FactGroup> groups,
        boolean masked,
        List<Paper> materials,
        List<Attachment> documents,
        List<Happening> timeline) {

    /**
     * What stands above everything else.
     *
     * @param taxpayerId empty where the case is about no taxpayer
     * @param relatedCases the case that this one grew out of, and those that grew out of this one
     */
    record Header(
            String caseNumber,
            String kind,
            String kindText,
            boolean ofTaxpayers,
            String matter,
            String matterText,
            String bureau,
            String bureauName,
            String taxpayerId,
            String taxpayerName,
            @Nullable String amount,
            String statusText,
            String outcomeText,
            boolean closed,
            boolean expedited,
            String channelText,
            String openedByName,
            Instant openedAt,
            Instant appliedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant closedAt,
            List<String> relatedCases) {}

    /**
     * One paper of the checklist.
     *
     * @param state empty where the case has no checklist yet
     */
    record Paper(
            String code,
            String name,
            String demand,
            boolean reusable,
            boolean onFile,
            String state,
            String stateText) {}

    record Attachment(UUID id, String name, String mediaType, long size, String uploadedByName, Instant uploadedAt) {}

    /** One line of the timeline. */
    record Happening(
            Instant at,
            String actor,
            String actorName,
            String step,
            String stepName,
            String actionText,
            String detail) {}

    /**
     * One clock of the case.
     *
     * @param dueAt null while the clock stands still
     * @param label the time that is left, or by how much it is late
     * @param state OPEN, AT_RISK, DUE_TODAY, OVERDUE or SUSPENDED while it runs; MET or MISSED when it was stopped
     * @param provisional whether a calendar year is missing that decides about the due day
     */
    record ClockView(
            long id,
            String step,
            String stepName,
            String kind,
            String kindText,
            Instant startedAt,
            @Nullable Instant dueAt,
            String label,
            String state,
            boolean provisional) {

        boolean isRunning() {
            return !state.equals("MET") && !state.equals("MISSED");
        }
    }
}
