package org.chunfeng.opsticket;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/** Tells operations and the county's front desk of each other's work, at once (plan measure 32). */
@Component
class TicketNotices {

    private static final String OPS = "ops";
    private static final String HALL = "hallIntake";

    private final Notices notices;
    private final CaseFiles cases;

    TicketNotices(Notices notices, CaseFiles cases) {
        this.notices = notices;
        this.cases = cases;
    }

    /** Operations have a ticket to handle. */
    void toHandle(DelegateExecution step, String problem) {
        tell(step, NoticeKind.HAND_OVER, OpsTicketProcess.HANDLE, OPS, problem);
    }

    /** The front desk has a solution to confirm. */
    void toConfirm(DelegateExecution step, String solution) {
        tell(step, NoticeKind.HAND_OVER, OpsTicketProcess.CONFIRM, HALL, solution);
    }

    /** The front desk has nothing to do, but to know. */
    void told(DelegateExecution step, String saying) {
        tell(step, NoticeKind.TICKET, "", HALL, saying);
    }

    /** Operations need not go on. */
    void withdrawn(DelegateExecution step, String saying) {
        tell(step, NoticeKind.TICKET, "", OPS, saying);
    }

    private void tell(DelegateExecution step, NoticeKind kind, String next, String group, String saying) {
        CaseFile ticket = cases.get(step.getProcessBusinessKey());
        notices.tell(Notice.about(ticket, kind, next, Recipient.group(group, ticket.bureau()))
                .occasion(step.getActivityInstanceId())
                .saying(saying));
    }
}
