package org.chunfeng.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for: to suspend the clocks of a case, or one of them.
 *
 * @param clockId null for every clock of the case that may be suspended
 * @param documentNo the paper that gives the reason
 */
public record SuspensionRequest(
        String caseNumber,
        @Nullable Long clockId,
        SuspensionReason reason,
        String documentNo,
        LocalDate plannedEnd,
        String note) {}
