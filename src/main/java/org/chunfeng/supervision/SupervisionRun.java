package org.chunfeng.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One supervision of one county.
 *
 * @param missed whether it was done later than on its day
 * @param found how many there were of which the share was drawn; null until drawn
 */
record SupervisionRun(
        long supervisionRunId,
        SupervisionKind kind,
        LocalDate dueOn,
        String bureau,
        String caseNumber,
        boolean missed,
        int sharePercent,
        long seed,
        @Nullable Integer found,
        @Nullable String outcome,
        String finding) {

    /** One that has just come due, nothing drawn yet. */
    static SupervisionRun begun(
            SupervisionKind kind,
            LocalDate dueOn,
            String bureau,
            String caseNumber,
            boolean missed,
            int sharePercent,
            long seed) {
        return new SupervisionRun(0, kind, dueOn, bureau, caseNumber, missed, sharePercent, seed, null, null, "");
    }
}
