package org.chunfeng.refund;

import java.time.Clock;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the case of an application: number, facts, checklist. */
@Component
class RegisterRefund implements JavaDelegate {

    private final CaseFiles cases;
    private final Refunds refunds;
    private final Materials materials;
    private final Documents documents;
    private final CaseEvents events;
    private final HandOver handOver;
    private final Clock clock;

    RegisterRefund(
            CaseFiles cases,
            Refunds refunds,
            Materials materials,
            Documents documents,
            CaseEvents events,
            HandOver handOver,
            Clock clock) {
        this.cases = cases;
        this.refunds = refunds;
        this.materials = materials;
        this.documents = documents;
        this.events = events;
        this.handOver = handOver;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission application = SubmissionVariable.in(step);
        boolean online = application.step().equals(RefundProcess.FILED);
        String caseNumber = cases.open(newCase(application, online, step));
        step.setProcessBusinessKey(caseNumber);
        refunds.register(caseNumber, application, ApplicationFields.lines(application));
        materials.register(
                cases.get(caseNumber), application.codes("materialsPresent"), application.codes("materialsOnFile"));
        documents.attach(
                caseNumber, application.codes("documents"), application.actor().userId());
        events.record(caseNumber, application.actor().userId(), application.step(), "FILED", "");
        RefundProcess.INTAKE.set(step, intake(caseNumber, online));
        if (online) {
            handOver.to(step, "hallIntake", "acceptRefund");
        }
    }

    private String intake(String caseNumber, boolean online) {
        if (online) {
            return "filedOnline";
        }
        return materials.missing(caseNumber).isEmpty() ? "complete" : "gaps";
    }

    private NewCase newCase(Submission application, boolean online, DelegateExecution step) {
        return new NewCase(
                CaseKind.REFUND,
                application.text("matter"),
                "OTHER",
                step.getTenantId(),
                TaxpayerId.of(application.text("taxpayerId")).value(),
                application.text("taxpayerName"),
                Refunds.total(ApplicationFields.lines(application)).fen(),
                online ? "ONLINE" : "COUNTER",
                application.has("requestId") ? application.text("requestId") : null,
                callingCase(step),
                application.actor().userId(),
                appliedAt(application),
                null);
    }

    private static @Nullable String callingCase(DelegateExecution step) {
        DelegateExecution caller = step.getSuperExecution();
        return caller == null ? null : caller.getProcessBusinessKey();
    }

    /** The legal limit runs from the day of filing; its hour does not matter. */
    private Instant appliedAt(Submission application) {
        return application
                .date("appliedOn")
                .filter(day -> day.isBefore(application.today()))
                .map(day -> day.atTime(12, 0).atZone(clock.getZone()).toInstant())
                .orElseGet(clock::instant);
    }
}
