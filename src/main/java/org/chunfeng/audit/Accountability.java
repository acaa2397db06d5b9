package org.chunfeng.audit;

import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.deadline.Breach;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns breaches into accountability cases, one each, and tells those concerned (事后追责, plan measure 33). */
@Component
class Accountability {

    private final Breaches breaches;
    private final Deadlines deadlines;
    private final AuditCases audits;
    private final Holders holders;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Notices notices;
    private final RuntimeService engine;
    private final Actors actors;

    Accountability(
            Breaches breaches,
            Deadlines deadlines,
            AuditCases audits,
            Holders holders,
            CaseFiles cases,
            CaseEvents events,
            Notices notices,
            RuntimeService engine,
            Actors actors) {
        this.breaches = breaches;
        this.deadlines = deadlines;
        this.audits = audits;
        this.holders = holders;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
        this.engine = engine;
        this.actors = actors;
    }

    @Transactional
    void openFor(String caseNumber) {
        CaseFile late = cases.get(caseNumber);
        breaches.ofCase(caseNumber).stream()
                .filter(breach -> !audits.isOpened(breach.id()))
                .forEach(breach -> open(late, breach));
    }

    private void open(CaseFile late, Breach breach) {
        DeadlineClock clock = deadlines.get(breach.clockId());
        String handler = breach.handler().isEmpty() ? null : breach.handler();
        String audit = cases.open(auditCase(late, breach));
        audits.insert(
                audit, new LateStep(breach.id(), late.caseNumber(), breach.step(), handler, holders.groupOf(clock)));
        events.record(late.caseNumber(), Actors.SYSTEM, breach.step(), "BREACHED", audit);
        tell(late, breach, clock);
        actors.asSystem(() -> start(audit, late.bureau()));
    }

    private void start(String audit, String bureau) {
        engine.createMessageCorrelation(AuditProcess.BREACH_REPORTED)
                .processInstanceBusinessKey(audit)
                .setVariable(SubmissionVariable.BUREAU, bureau)
                .correlateStartMessage();
    }

    /** The handler and the county's leader hear of it first, then 征管科 and audit by their tasks. */
    private void tell(CaseFile late, Breach breach, DeadlineClock clock) {
        Notice notice = Notice.about(late, NoticeKind.ESCALATION, breach.step(), holders.of(late, clock))
                .occasion("clock-" + clock.id())
                .due(breach.dueAt());
        notices.tell(notice);
        for (String group : new String[] {Holders.NOBODYS, "levyAdmin", "audit"}) {
            notices.tell(notice.to(Recipient.group(group, late.bureau())));
        }
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
