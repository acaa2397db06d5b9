package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Sends the checked slip; the treasury takes a slip number once, so a repeat is harmless. The promise ends here (RF-3, RF-4). */
@Component
class SendSlip implements JavaDelegate {

    private final CaseFiles cases;
    private final Refunds refunds;
    private final Slips slips;
    private final Treasury treasury;
    private final Deadlines deadlines;
    private final CaseEvents events;

    SendSlip(CaseFiles cases, Refunds refunds, Slips slips, Treasury treasury, Deadlines deadlines, CaseEvents events) {
        this.cases = cases;
        this.refunds = refunds;
        this.slips = slips;
        this.treasury = treasury;
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        Slip slip = slips.current(caseNumber).orElseThrow();
        treasury.send(SlipOrder.of(slip, cases.get(caseNumber), refunds.get(caseNumber)));
        slips.send(slip.slipNo());
        cases.move(caseNumber, CaseStatus.SENT);
        deadlines.stop(caseNumber, "promise");
        events.record(caseNumber, Actors.SYSTEM, "sendSlip", "SENT", slip.slipNo());
    }
}
