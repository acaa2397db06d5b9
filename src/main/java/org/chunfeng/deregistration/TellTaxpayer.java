package org.chunfeng.deregistration;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** What the taxpayer gets on paper, and what colleagues are handed (RF-7). */
@Component
class TellTaxpayer {

    private final Notices notices;
    private final CaseFiles cases;
    private final OpenItems items;
    private final Texts texts;

    TellTaxpayer(Notices notices, CaseFiles cases, OpenItems items, Texts texts) {
        this.notices = notices;
        this.cases = cases;
        this.items = items;
        this.texts = texts;
    }

    void of(DelegateExecution step, NoticeKind kind, String saying) {
        notices.taxpayerNotice(cases.get(step.getProcessBusinessKey()), kind, step.getActivityInstanceId(), saying);
    }

    /** 未结事项告知书: every failing condition and every open item at once. */
    void ofOpenItems(DelegateExecution step, List<Condition> failing) {
        List<String> lines = new ArrayList<>();
        if (!failing.isEmpty()) {
            lines.add(texts.label("tell.whyNotAtOnce"));
            failing.stream().map(Condition::line).forEach(lines::add);
        }
        List<OpenItem> open = items.open(step.getProcessBusinessKey());
        lines.add(texts.label(open.isEmpty() ? "tell.nothingOpen" : "tell.settle"));
        open.stream().map(OpenItem::name).forEach(lines::add);
        of(step, NoticeKind.OPEN_ITEMS, String.join("\n", lines));
    }

    void handOver(DelegateExecution step, String group, String nextStep) {
        notices.handOver(cases.get(step.getProcessBusinessKey()), nextStep, group, step.getActivityInstanceId());
    }
}
