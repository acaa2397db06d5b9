package org.chunfeng.deregistration;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hands overpaid tax to 多缴税费清理 by the message overpaymentFound; its end comes back as overpaymentCleared (C4). */
@Component
class OverpaidTax {

    static final String FOUND = "overpaymentFound";

    private final RepositoryService models;
    private final RuntimeService engine;
    private final Deregistrations deregistrations;
    private final Actors actors;

    OverpaidTax(
            @Lazy RepositoryService models,
            @Lazy RuntimeService engine,
            Deregistrations deregistrations,
            Actors actors) {
        this.models = models;
        this.engine = engine;
        this.deregistrations = deregistrations;
        this.actors = actors;
    }

    /** Opens the overpayment case and links it, unless there is one. */
    void found(CaseFile file, Money amount) {
        Deregistration known = deregistrations.get(file.caseNumber());
        if (known.overpaymentCase() == null) {
            actors.asSystem(() -> open(file, known, amount));
        }
    }

    private void open(CaseFile file, Deregistration known, Money amount) {
        boolean somebodyListens = models.createProcessDefinitionQuery()
                        .messageEventSubscriptionName(FOUND)
                        .latestVersion()
                        .count()
                > 0;
        if (!somebodyListens) {
            return;
        }
        Map<String, Object> what = new HashMap<>();
        what.put(SubmissionVariable.BUREAU, file.bureau());
        what.put("relatedCase", file.caseNumber());
        what.put("taxpayerId", file.taxpayerId());
        what.put("taxpayerName", file.taxpayerName());
        what.put("taxItemCode", known.overpaidTaxItem());
        what.put("overpaidAmount", amount.yuan().toPlainString());
        what.put("arisenOn", String.valueOf(known.overpaidArisenOn()));
        String opened = engine.createMessageCorrelation(FOUND)
                .setVariables(what)
                .correlateStartMessage()
                .getBusinessKey();
        deregistrations.linkOverpayment(file.caseNumber(), opened);
    }
}
