package org.chunfeng.deregistration;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** What the taxpayer gets on paper, and what colleagues are handed (RF-7). */
@Component
class TellTaxpayer {

    private final Notices notices;
    private final CaseFiles cases;
    private final OpenItems items;

    TellTaxpayer(Notices notices, CaseFiles cases, OpenItems items) {
        this.notices = notices;
        this.cases = cases;
        this.items = items;
    }

    void of(DelegateExecution step, NoticeKind kind, String saying) {
        notices.taxpayerNotice(cases.get(step.getProcessBusinessKey()), kind, step.getActivityInstanceId(), saying);
    }

    /** 未结事项告知书: every failing condition and every open item at once. */
    void ofOpenItems(DelegateExecution step, List<Condition> failing) {
        String conditions = failing.stream().map(Condition::line).collect(Collectors.joining("\n"));
        String open = items.open(step.getProcessBusinessKey()).stream()
                .map(OpenItem::name)
                .collect(Collectors.joining("\n"));
        of(step, NoticeKind.OPEN_ITEMS, (conditions + "\n" + open).strip());
    }

    void handOver(DelegateExecution step, String group, String nextStep) {
        notices.handOver(cases.get(step.getProcessBusinessKey()), nextStep, group, step.getActivityInstanceId());
    }
}
