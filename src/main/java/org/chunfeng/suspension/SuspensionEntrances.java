package org.chunfeng.suspension;

import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SystemEntrance;
import org.springframework.stereotype.Component;

/** Every entrance of the suspension process; nobody starts it but a case. */
@Component
class SuspensionEntrances implements ProcessRules {

    private final Suspensions suspensions;

    SuspensionEntrances(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public String process() {
        return SuspensionProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return List.of(
                new SystemEntrance("suspensionStarted"),
                new Step(
                        "approveSuspension",
                        List.of(flag("suspensionApproved"), text("opinion")),
                        List.of(required("suspensionApproved", "opinion"), this::somebodyElseAsked)),
                new Step("resumeCase", List.of(text("resumeReason")), List.of(required("resumeReason"))));
    }

    /** Said while somebody types; where several requests wait, the handler knows which one it is and insists. */
    private void somebodyElseAsked(Submission submission, Refusals refusals) {
        List<SuspensionRecord> pending = suspensions.ofCase(submission.caseNumber()).stream()
                .filter(SuspensionRecord::isPending)
                .toList();
        boolean onlyOwn = pending.stream()
                .allMatch(request ->
                        request.requestedBy().equals(submission.actor().userId()));
        if (!pending.isEmpty() && onlyOwn) {
            refusals.add("", "suspensionIsYours");
        }
    }
}
