package org.chunfeng.supervision;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/**
 * Sends the list to the county's leader and source department, a quarter's doubtful data to audit and risk as well, and hands
 * the follow-up to levy administration.
 */
@Component
class SendSample implements JavaDelegate {

    private static final List<String> COUNTY = List.of("leaderOnDuty", "taxSource");
    private static final List<String> QUARTER = List.of("leaderOnDuty", "taxSource", "audit", "risk");

    private final SupervisionRuns runs;
    private final CaseFiles cases;
    private final Notices notices;
    private final Texts texts;

    SendSample(SupervisionRuns runs, CaseFiles cases, Notices notices, Texts texts) {
        this.runs = runs;
        this.cases = cases;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution step) {
        CaseFile supervision = cases.get(step.getProcessBusinessKey());
        SupervisionRun run = runs.get(supervision.caseNumber());
        String saying = saying(run, runs.items(run.caseNumber()));
        List<String> groups = run.kind() == SupervisionKind.DOUBTFUL_QUARTER ? QUARTER : COUNTY;
        for (String group : groups) {
            Recipient recipient = Recipient.group(group, supervision.bureau());
            notices.tell(Notice.about(supervision, NoticeKind.SUPERVISION, "", recipient)
                    .saying(saying));
        }
        notices.handOver(supervision, "followUp", "levyAdmin", step.getActivityInstanceId());
    }

    private String saying(SupervisionRun run, List<SupervisionItem> items) {
        var text = new StringBuilder(texts.code("matter", run.kind().name()))
                .append(' ')
                .append(run.dueOn());
        for (SupervisionItem item : items) {
            text.append('\n').append(Wording.line(item, texts));
        }
        return text.toString();
    }
}
