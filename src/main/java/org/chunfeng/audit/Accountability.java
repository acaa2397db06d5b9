package org.chunfeng.audit;

import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.deadline.Breach;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Turns breaches into accountability cases, one each (事后追责, plan measure 33). */
@Component
class Accountability {

    private final Deadlines deadlines;
    private final AuditCases audits;
    private final Holders holders;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final RuntimeService engine;
    private final Actors actors;

    Accountability(
            Deadlines deadlines,
            AuditCases audits,
            Holders holders,
            CaseFiles cases,
            CaseEvents events,
            RuntimeService engine,
            Actors actors) {
        this.deadlines = deadlines;
        this.audits = audits;
        this.holders = holders;
        this.cases = cases;
        this.events = events;
        this.engine = engine;
        this.actors = actors;
    }

    /** Opens the case of this breach, unless it is open. */
    void open(Breach breach) {
        if (audits.isOpened(breach.id())) {
            return;
        }
        CaseFile late = cases.get(breach.caseNumber());
        DeadlineClock clock = deadlines.get(breach.clockId());
        String handler = breach.handler().isEmpty() ? null : breach.handler();
        String audit = cases.open(auditCase(late, breach));
        cases.move(audit, CaseStatus.HANDLING);
        audits.insert(
                audit, new LateStep(breach.id(), late.caseNumber(), breach.step(), handler, holders.groupOf(clock)));
        events.record(late.caseNumber(), Actors.SYSTEM, breach.step(), "BREACHED", audit);
        events.record(audit, Actors.SYSTEM, "breachReported", "OPENED", late.caseNumber());
        actors.asSystem(() -> start(audit, late.bureau()));
    }

    /** The case about this clock; empty when there is none. */
    String auditOf(long clockId) {
        return audits.ofClock(clockId);
    }

    private void start(String audit, String bureau) {
        engine.createMessageCorrelation(AuditProcess.BREACH_REPORTED)
                .processInstanceBusinessKey(audit)
                .setVariable(SubmissionVariable.BUREAU, bureau)
                .correlateStartMessage();
    }

    private static NewCase auditCase(CaseFile late, Breach breach) {
        return new NewCase(
                CaseKind.AUDIT,
                late.matter(),
                late.taxpayerClass(),
                late.bureau(),
                late.taxpayerId(),
                late.taxpayerName(),
                null,
                "SYSTEM",
                null,
                late.caseNumber(),
                Actors.SYSTEM,
                breach.recordedAt(),
                null);
    }
}
