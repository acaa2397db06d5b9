package org.chunfeng.deregistration;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Records the one confirmation of all periods: it lifts the abnormal state, or leaves periods to be filed (plan measure 36). */
@Component
class RecordZeroDeclarations implements JavaDelegate {

    private final ZeroDeclarations zeros;
    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final OpenItems items;
    private final CaseEvents events;
    private final Texts texts;
    private final Clock clock;

    RecordZeroDeclarations(
            ZeroDeclarations zeros,
            Deregistrations deregistrations,
            Evidences evidences,
            OpenItems items,
            CaseEvents events,
            Texts texts,
            Clock clock) {
        this.zeros = zeros;
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.items = items;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission confirmation = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = confirmation.actor().userId();
        List<String> notZero = confirmation.codes("nonZeroPeriods");
        zeros.confirm(caseNumber, notZero);
        events.record(
                caseNumber, by, confirmation.step(), confirmation.text("zeroDecision"), String.join("\n", notZero));
        if (!notZero.isEmpty()) {
            items.raise(caseNumber, ItemSurvey.UNFILED, texts.refusal("itemUnfiled", notZero.size()), by);
            return;
        }
        deregistrations.confirmZero(caseNumber, confirmation.text("zeroSignedBy"), by);
        evidences.record(
                caseNumber,
                List.of(Evidence.of(FactCode.ABNORMAL, Answer.FALSE, "ZERO_DECLARATION", by, clock.instant())));
    }
}
