package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records how an overpayment is to be cleared, or why it cannot be, and hands it on. */
@Component
class RecordClassification implements JavaDelegate {

    private final Overpayments overpayments;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Rechecks rechecks;
    private final HandOverTo handOver;

    RecordClassification(
            Overpayments overpayments, CaseFiles cases, CaseEvents events, Rechecks rechecks, HandOverTo handOver) {
        this.overpayments = overpayments;
        this.cases = cases;
        this.events = events;
        this.rechecks = rechecks;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission marking = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        var given = OverpaymentClass.valueOf(marking.text("overpaymentClass"));
        overpayments.classify(caseNumber, marking);
        cases.move(caseNumber, CaseStatus.HANDLING);
        String words = marking.has("reasonText") ? marking.text("reasonText") : marking.text("opinion");
        events.record(caseNumber, marking.actor().userId(), marking.step(), given.name(), words);
        OverpaymentProcess.CLASS_GIVEN.set(step, given.flow());
        switch (given) {
            case REFUND -> handOver.group(step, "taxSource", OverpaymentProcess.CONFIRM);
            case OFFSET_ARREARS, OFFSET_NEXT_PERIOD -> handOver.group(step, "revenueAccounting", "recordOffset");
            case DECLARATION_FIX -> handOver.group(step, "hallIntake", "fixDeclaration");
            case CANNOT_CLEAR -> rechecks.plan(step, marking.date("recheckOn").orElseThrow());
        }
    }
}
