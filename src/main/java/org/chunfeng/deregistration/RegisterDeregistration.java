package org.chunfeng.deregistration;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Opens the case of an application: number, facts, checklist, and the periods of a non-normal taxpayer. */
@Component
class RegisterDeregistration implements JavaDelegate {

    private final CaseFiles cases;
    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final ZeroDeclarations zeros;
    private final Materials materials;
    private final Documents documents;
    private final CaseEvents events;
    private final Clock clock;

    RegisterDeregistration(
            CaseFiles cases,
            Deregistrations deregistrations,
            Evidences evidences,
            ZeroDeclarations zeros,
            Materials materials,
            Documents documents,
            CaseEvents events,
            Clock clock) {
        this.cases = cases;
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.zeros = zeros;
        this.materials = materials;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission application = SubmissionVariable.in(step);
        String by = application.actor().userId();
        String caseNumber = cases.open(newCase(application, step.getTenantId()));
        step.setProcessBusinessKey(caseNumber);
        deregistrations.register(caseNumber, application);
        evidences.record(caseNumber, EvidenceFields.all(application, ApplicationForm.FACTS, clock.instant()));
        materials.register(cases.get(caseNumber), application.codes("materialsPresent"), java.util.List.of());
        documents.attach(caseNumber, application.codes("documents"), by);
        boolean abnormal = ApplicationForm.isAbnormal(application);
        if (abnormal) {
            zeros.register(caseNumber, ApplicationForm.zeroPeriods(application));
        }
        events.record(caseNumber, by, application.step(), "FILED", "");
        DeregistrationProcess.STANDING.set(step, abnormal ? "abnormal" : "normal");
    }

    private NewCase newCase(Submission application, String bureau) {
        return new NewCase(
                CaseKind.DEREGISTRATION,
                application.text("matter"),
                application.text("taxpayerClass"),
                bureau,
                TaxpayerId.of(application.text("taxpayerId")).value(),
                application.text("taxpayerName"),
                null,
                application.step().equals(DeregistrationProcess.FILED) ? "ONLINE" : "COUNTER",
                application.has("requestId") ? application.text("requestId") : null,
                null,
                application.actor().userId(),
                clock.instant(),
                null);
    }
}
