package org.chunfeng.audit;

import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SystemEntrance;
import org.springframework.stereotype.Component;

/** Every entrance of the audit process. */
@Component
class AuditEntrances implements ProcessRules {

    private static final int SHORTEST_EXPLANATION = 10;

    private final AuditCases audits;
    private final CaseFiles cases;

    AuditEntrances(AuditCases audits, CaseFiles cases) {
        this.audits = audits;
        this.cases = cases;
    }

    @Override
    public String process() {
        return AuditProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return List.of(
                new SystemEntrance(AuditProcess.BREACH_REPORTED),
                new Step(
                        "explainDelay",
                        List.of(text("cause"), text("explanation")),
                        List.of(
                                required("cause", "explanation"),
                                oneOf(
                                        "cause",
                                        "WORKLOAD",
                                        "WAITING_FOR_OTHERS",
                                        "SYSTEM_FAULT",
                                        "TAXPAYER",
                                        "OVERSIGHT",
                                        "OTHER"),
                                AuditEntrances::explanationSaysSomething)),
                new Step("referBreach", List.of(text("opinion")), List.of(required("opinion"))),
                new Step(
                        "examineBreach",
                        List.of(text("conclusion"), text("opinion")),
                        List.of(
                                required("conclusion", "opinion"),
                                oneOf("conclusion", "NOT_ACCOUNTABLE", "REMINDED", "CRITICISED", "REFERRED"),
                                this::handlerWasHeard,
                                this::deregistrationWasReferred)));
    }

    private static void explanationSaysSomething(Submission submission, Refusals refusals) {
        int length = submission.text("explanation").length();
        if (length > 0 && length < SHORTEST_EXPLANATION) {
            refusals.add("explanation", "tooShort", SHORTEST_EXPLANATION);
        }
    }

    /** Nobody is held to account before the explanation, or the end of the time for it. */
    private void handlerWasHeard(Submission submission, Refusals refusals) {
        if (!audits.get(submission.caseNumber()).isExplained()) {
            refusals.add("", "notHeardYet");
        }
    }

    /** Plan measure 33: for deregistration it is 征管科 that refers a breach (提请) to audit. */
    private void deregistrationWasReferred(Submission submission, Refusals refusals) {
        AuditCase audit = audits.get(submission.caseNumber());
        boolean deregistration = cases.get(audit.lateCase()).kind() == CaseKind.DEREGISTRATION;
        if (deregistration && !audit.isReferred()) {
            refusals.add("", "notReferredYet");
        }
    }
}
