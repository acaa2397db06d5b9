package org.chunfeng.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One case, or one step of a case, in the list behind a figure, as the database has it.
 *
 * @param step empty for the case as a whole
 */
record Item(
        String caseNumber,
        String step,
        String bureau,
        String kind,
        String matter,
        String person,
        String taxpayerName,
        String taxpayerId,
        String status,
        LocalDate startedOn,
        @Nullable LocalDate stoppedOn,
        @Nullable Instant dueAt,
        boolean late,
        @Nullable Integer used,
        @Nullable Integer allowed) {}
