package org.chunfeng.opsticket;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands after its latest handling; what was said before stands on the timeline of the case.
 *
 * @param handlings how often operations had to take it up: one more for each time that the county sent it back
 * @param outcome SOLVED or REPORTED; null while operations have it
 * @param reportedOn the day of the report to the region; null unless it was reported
 */
record OpsTicket(
        String caseNumber,
        String faultySystem,
        String problem,
        int handlings,
        @Nullable String outcome,
        String solution,
        String regionReference,
        @Nullable LocalDate reportedOn,
        String regionAnswer) {}
