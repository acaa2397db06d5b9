package org.chunfeng.suspension;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.SuspensionReason;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** The entrance that a process of cases needs for its event sub-process {@code suspend}: one line in its own rules. */
@Component
public class SuspensionSteps {

    private static final String[] REASONS =
            Stream.of(SuspensionReason.values()).map(Enum::name).toArray(String[]::new);
    private static final List<Field> FIELDS =
            List.of(text("suspensionReason"), text("documentNo"), date("plannedEnd"), text("suspensionNote"));

    private final CaseFiles cases;
    private final Suspensions suspensions;

    SuspensionSteps(CaseFiles cases, Suspensions suspensions) {
        this.cases = cases;
        this.suspensions = suspensions;
    }

    /**
     * The request, open to these departments of the case's county; the first one that the requester is in has to resume.
     *
     * <p>Stricter than {@link Rule#senderIsOf} on purpose: whoever stops a county's legal clock also has to start it again,
     * so neither the prefecture, which reaches every county, nor the system itself may ask.
     */
    public StepRules requestedBy(String... departments) {
        List<String> allowed = List.of(departments);
        Rule requesterIsOfTheCounty = (submission, refusals) -> {
            boolean ofTheCounty = submission.actor().bureau().equals(cases.bureauOf(submission.caseNumber()));
            if (!ofTheCounty || allowed.stream().noneMatch(submission.actor()::isIn)) {
                refusals.add("", "notYours");
            }
        };
        return new Step(
                SuspensionProcess.REQUESTED,
                FIELDS,
                List.of(
                        required("suspensionReason", "documentNo", "plannedEnd"),
                        oneOf("suspensionReason", REASONS),
                        requesterIsOfTheCounty,
                        SuspensionSteps::plannedEndIsToCome,
                        this::somethingStandsStill));
    }

    private static void plannedEndIsToCome(Submission submission, Refusals refusals) {
        submission
                .date("plannedEnd")
                .filter(end -> !end.isAfter(submission.today()))
                .ifPresent(end -> refusals.add("plannedEnd", "notToCome"));
    }

    private void somethingStandsStill(Submission submission, Refusals refusals) {
        if (!refusals.isEmpty()) {
            return;
        }
        var reason = SuspensionReason.valueOf(submission.text("suspensionReason"));
        if (!suspensions.suspendsAnything(submission.caseNumber(), reason)) {
            refusals.add("", "nothingToSuspend");
        }
    }
}
