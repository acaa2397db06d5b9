package org.chunfeng.overpayment;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Opens the case of one overpayment; a list's rows were registered by their import. */
@Component
class RegisterOverpayment implements JavaDelegate {

    private final CaseFiles cases;
    private final Overpayments overpayments;
    private final OverpaymentMatters matters;
    private final CaseEvents events;
    private final HandOverTo handOver;
    private final Clock clock;

    RegisterOverpayment(
            CaseFiles cases,
            Overpayments overpayments,
            OverpaymentMatters matters,
            CaseEvents events,
            HandOverTo handOver,
            Clock clock) {
        this.cases = cases;
        this.overpayments = overpayments;
        this.matters = matters;
        this.events = events;
        this.handOver = handOver;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission report = SubmissionVariable.in(step);
        FoundOverpayment found = FoundOverpayment.of(report);
        boolean byCase = report.step().equals(OverpaymentProcess.FOUND);
        String caseNumber = cases.open(newCase(found, byCase, step.getTenantId()));
        step.setProcessBusinessKey(caseNumber);
        overpayments.register(caseNumber, found, byCase ? "CASE" : "COUNTER");
        events.record(caseNumber, report.actor().userId(), report.step(), "FOUND", "");
        handOver.group(step, "taxSource", OverpaymentProcess.CLASSIFY);
    }

    private NewCase newCase(FoundOverpayment found, boolean byCase, String bureau) {
        Submission report = found.source();
        return new NewCase(
                CaseKind.OVERPAYMENT,
                matters.of(found.arisenOn()),
                "OTHER",
                bureau,
                found.taxpayerId(),
                found.taxpayerName(),
                found.overpaid().fen(),
                byCase ? "SYSTEM" : "COUNTER",
                report.has("requestId") ? report.text("requestId") : null,
                report.has("relatedCase") ? report.text("relatedCase") : null,
                report.actor().userId(),
                clock.instant(),
                found.arisenOn());
    }
}
