package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** Tells whoever holds the work that a clock of the case is at risk, once a clock (事前提醒, plan measure 33). */
@Component
class SendWarning implements JavaDelegate {

    private final Deadlines deadlines;
    private final Holders holders;
    private final Notices notices;
    private final CaseFiles cases;

    SendWarning(Deadlines deadlines, Holders holders, Notices notices, CaseFiles cases) {
        this.deadlines = deadlines;
        this.holders = holders;
        this.notices = notices;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution step) {
        CaseFile caseFile = cases.get(step.getProcessBusinessKey());
        deadlines.atRiskUnwarned(caseFile.caseNumber()).stream()
                .filter(clock -> deadlines.warned(clock.id()))
                .forEach(clock -> warn(caseFile, clock));
    }

    private void warn(CaseFile caseFile, DeadlineClock clock) {
        notices.tell(Notice.about(caseFile, NoticeKind.WARNING, clock.step(), holders.of(caseFile, clock))
                .occasion("clock-" + clock.id())
                .due(clock.dueAt()));
    }
}
