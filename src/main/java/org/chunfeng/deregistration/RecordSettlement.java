package org.chunfeng.deregistration;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records which open items the taxpayer settled, and which papers he promised to bring. */
@Component
class RecordSettlement implements JavaDelegate {

    private final SettledItems settled;
    private final OpenItems items;
    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final Documents documents;
    private final CaseEvents events;
    private final TellTaxpayer tell;
    private final Clock clock;

    RecordSettlement(
            SettledItems settled,
            OpenItems items,
            Deregistrations deregistrations,
            Evidences evidences,
            Documents documents,
            CaseEvents events,
            TellTaxpayer tell,
            Clock clock) {
        this.settled = settled;
        this.items = items;
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.documents = documents;
        this.events = events;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission settlement = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = settlement.actor().userId();
        List<String> codes = settlement.codes("itemsSettled");
        settled.record(caseNumber, codes, by);
        evidences.record(caseNumber, answers(codes, by));
        List<String> promised = settlement.codes("itemsPromised");
        if (!promised.isEmpty()) {
            items.promise(caseNumber, promised, by);
            deregistrations.commit(
                    caseNumber,
                    settlement.text("commitmentSignedBy"),
                    settlement.date("commitmentDueOn").orElseThrow());
        }
        documents.attach(caseNumber, settlement.codes("documents"), by);
        String action = items.open(caseNumber).isEmpty() ? "ALL_SETTLED" : "PARTLY_SETTLED";
        events.record(caseNumber, by, settlement.step(), action, settlement.text("settlementNote"));
        tell.handOver(step, "taxSource", "reviewDeregistration");
    }

    private List<Evidence> answers(List<String> codes, String by) {
        return ItemSurvey.settled(codes).entrySet().stream()
                .map(known -> known.getKey().isAmount()
                        ? Evidence.ofAmount(known.getKey(), Money.ZERO, "SETTLEMENT", by, clock.instant())
                        : Evidence.of(known.getKey(), known.getValue(), "SETTLEMENT", by, clock.instant()))
                .toList();
    }
}
