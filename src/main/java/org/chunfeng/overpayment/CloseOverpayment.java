package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Closes an overpayment that was cleared, and lets the case that found it know. */
@Component
class CloseOverpayment implements JavaDelegate {

    private final CaseFiles cases;
    private final Overpayments overpayments;
    private final CalledRefunds refunds;
    private final CaseEvents events;
    private final Actors actors;

    CloseOverpayment(
            CaseFiles cases, Overpayments overpayments, CalledRefunds refunds, CaseEvents events, Actors actors) {
        this.cases = cases;
        this.overpayments = overpayments;
        this.refunds = refunds;
        this.events = events;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution step) {
        CaseFile file = cases.get(step.getProcessBusinessKey());
        Settlement outcome = settlement(file.caseNumber());
        cases.close(file.caseNumber(), outcome.name());
        events.record(file.caseNumber(), Actors.SYSTEM, "closeOverpayment", outcome.name(), "");
        if (file.relatedCase() != null) {
            tell(step, file.relatedCase());
        }
    }

    private Settlement settlement(String caseNumber) {
        OverpaymentClass kind = overpayments.get(caseNumber).kind();
        if (kind == null || kind == OverpaymentClass.CANNOT_CLEAR) {
            throw new IllegalStateException(
                    "Case %s is classified as %s, expected one that clears it".formatted(caseNumber, kind));
        }
        return switch (kind) {
            case OFFSET_ARREARS, OFFSET_NEXT_PERIOD -> Settlement.OFFSET;
            case DECLARATION_FIX -> Settlement.DECLARATION_FIXED;
            default ->
                Settlement.byRefund(String.valueOf(refunds.latestOf(caseNumber).outcome()))
                        .orElseThrow();
        };
    }

    /** A case that does not wait for it, or has ended, misses nothing. */
    private void tell(DelegateExecution step, String relatedCase) {
        var runtime = step.getProcessEngineServices().getRuntimeService();
        actors.asSystem(() -> runtime.createMessageCorrelation(OverpaymentProcess.CLEARED)
                .processInstanceBusinessKey(relatedCase)
                .correlateAll());
    }
}
