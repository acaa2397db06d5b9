package org.chunfeng.deregistration;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the taxpayer every open item in one notice (优化营商环境条例 §36). */
@Component
class NotifyOpenItems implements JavaDelegate {

    private final Deregistrations deregistrations;
    private final TellTaxpayer tell;

    NotifyOpenItems(Deregistrations deregistrations, TellTaxpayer tell) {
        this.deregistrations = deregistrations;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        tell.ofOpenItems(step, List.of());
        deregistrations.countItemNotice(step.getProcessBusinessKey());
        tell.handOver(step, "hallIntake", "settleOpenItems");
    }
}
