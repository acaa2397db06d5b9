package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the treasury answered and where the case goes from there. */
@Component
class RecordAnswer implements JavaDelegate {

    private final CaseFiles cases;
    private final Slips slips;
    private final TreasuryAnswers answers;
    private final ReturnRoutes routes;
    private final Deadlines deadlines;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordAnswer(
            CaseFiles cases,
            Slips slips,
            TreasuryAnswers answers,
            ReturnRoutes routes,
            Deadlines deadlines,
            CaseEvents events,
            HandOver handOver) {
        this.cases = cases;
        this.slips = slips;
        this.answers = answers;
        this.routes = routes;
        this.deadlines = deadlines;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission answer = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        Slip slip = slips.current(caseNumber).orElseThrow();
        String what = answer.text("answer");
        answers.applied(slip, answer);
        slips.answer(slip.slipNo(), what, answer.text("returnReason"));
        events.record(caseNumber, answer.actor().userId(), answer.step(), what, answer.text("returnReason"));
        RefundProcess.ANSWER_FINAL.set(step, !what.equals("PAID"));
        if (!what.equals("RETURNED")) {
            deadlines.stop(caseNumber, "legalLimit");
            RefundProcess.ROUTE.set(step, "writtenOff");
            return;
        }
        cases.move(caseNumber, CaseStatus.HANDLING);
        Route route = routes.of(answer.text("returnReason"));
        RefundProcess.ROUTE.set(step, route.name());
        handOver.to(step, route.group(), route.step());
    }
}
