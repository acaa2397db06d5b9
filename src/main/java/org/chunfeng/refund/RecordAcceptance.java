package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Records what the hall decided on an application from the electronic tax bureau. */
@Component
class RecordAcceptance implements JavaDelegate {

    private final CaseFiles cases;
    private final Materials materials;
    private final CaseEvents events;
    private final TaxpayerNotices taxpayer;

    RecordAcceptance(CaseFiles cases, Materials materials, CaseEvents events, TaxpayerNotices taxpayer) {
        this.cases = cases;
        this.materials = materials;
        this.events = events;
        this.taxpayer = taxpayer;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission decision = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String verdict = decision.text("decision");
        events.record(caseNumber, decision.actor().userId(), decision.step(), verdict, decision.text("declineReason"));
        if (verdict.equals("DECLINE")) {
            cases.close(caseNumber, "DECLINED");
            taxpayer.tell(step, NoticeKind.DECLINE, decision.text("declineReason"));
            RefundProcess.INTAKE.set(step, "declined");
            return;
        }
        materials.register(
                cases.get(caseNumber), decision.codes("materialsPresent"), decision.codes("materialsOnFile"));
        RefundProcess.INTAKE.set(step, materials.missing(caseNumber).isEmpty() ? "complete" : "gaps");
    }
}
