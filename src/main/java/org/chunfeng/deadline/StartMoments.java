package org.chunfeng.deadline;

import java.time.Instant;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From when clocks count: from the step itself, or from what happened to the case before. */
@Component
class StartMoments {

    private final CaseFiles cases;
    private final SuspensionRows suspensions;
    private final OfficeHours hours;

    StartMoments(CaseFiles cases, SuspensionRows suspensions, OfficeHours hours) {
        this.cases = cases;
        this.suspensions = suspensions;
        this.hours = hours;
    }

    Instant of(Rule rule, CaseFile file, String processInstance, Instant now) {
        return switch (rule.startsFrom()) {
            case STEP, SENT -> now;
            case APPLIED -> file.appliedAt();
            case ACCEPTED -> accepted(rule, file);
            case ARISEN -> arisen(rule, file);
            case PLANNED_END -> plannedEnd(rule, file, processInstance);
        };
    }

    /** The acceptance may have happened in this very transaction, after the case was first read. */
    private Instant accepted(Rule rule, CaseFile file) {
        Instant acceptedAt =
                file.acceptedAt() == null ? cases.get(file.caseNumber()).acceptedAt() : file.acceptedAt();
        return present(acceptedAt, rule, file, "accepted");
    }

    private Instant arisen(Rule rule, CaseFile file) {
        return present(file.arisenOn(), rule, file, "dated")
                .atStartOfDay(hours.zone())
                .toInstant();
    }

    private Instant plannedEnd(Rule rule, CaseFile file, String processInstance) {
        SuspensionRecord suspension = suspensions.ofProcess(processInstance).orElse(null);
        return present(suspension, rule, file, "suspended")
                .plannedEnd()
                .atStartOfDay(hours.zone())
                .toInstant();
    }

    private static <T> T present(@Nullable T moment, Rule rule, CaseFile file, String state) {
        if (moment == null) {
            throw new IllegalStateException(
                    "Case %s is not %s, expected by rule %s".formatted(file.caseNumber(), state, rule.id()));
        }
        return moment;
    }
}
