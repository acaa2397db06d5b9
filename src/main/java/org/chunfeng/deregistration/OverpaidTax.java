package org.chunfeng.deregistration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands overpaid tax to 多缴税费清理 by the message overpaymentFound; its end comes back as overpaymentCleared (C4). */
@Component
class OverpaidTax {

    static final String FOUND = "overpaymentFound";

    private static final String KNOWN = """
            select case_number from case_file where kind = 'OVERPAYMENT' and status <> 'CLOSED' and taxpayer_id = ?
                and arisen_on = ? and amount_fen = ? order by bureau <> ?, case_number limit 1
            """;

    private final RepositoryService models;
    private final RuntimeService engine;
    private final Deregistrations deregistrations;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final JdbcClient jdbc;
    private final Actors actors;

    OverpaidTax(
            @Lazy RepositoryService models,
            @Lazy RuntimeService engine,
            Deregistrations deregistrations,
            CaseFiles cases,
            CaseEvents events,
            JdbcClient jdbc,
            Actors actors) {
        this.models = models;
        this.engine = engine;
        this.deregistrations = deregistrations;
        this.cases = cases;
        this.events = events;
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /**
     * Links the overpayment case, and opens it unless it is open already. One that another county works on is neither
     * linked nor opened a second time: the hall settles it by hand, and the timeline says why.
     */
    void found(CaseFile file, Money amount) {
        Deregistration deregistration = deregistrations.get(file.caseNumber());
        var overpaid = deregistration.overpaid();
        if (deregistration.overpaymentCase() != null || overpaid == null) {
            return;
        }
        Optional<CaseFile> known = jdbc.sql(KNOWN)
                .params(file.taxpayerId(), overpaid.arisenOn(), amount.fen(), file.bureau())
                .query(String.class)
                .optional()
                .map(cases::get);
        if (known.isPresent()) {
            join(file, known.get());
            return;
        }
        actors.asSystem(() -> open(file, overpaid, amount));
    }

    private void join(CaseFile file, CaseFile known) {
        if (!known.bureau().equals(file.bureau())) {
            events.record(file.caseNumber(), Actors.SYSTEM, "decideTrack", "OVERPAID_ELSEWHERE", "");
            return;
        }
        deregistrations.linkOverpayment(file.caseNumber(), known.caseNumber());
        cases.relate(known.caseNumber(), file.caseNumber());
    }

    private void open(CaseFile file, Deregistration.Overpayment overpaid, Money amount) {
        boolean somebodyListens = models.createProcessDefinitionQuery()
                        .messageEventSubscriptionName(FOUND)
                        .latestVersion()
                        .count()
                > 0;
        if (!somebodyListens) {
            return;
        }
        String opened = engine.createMessageCorrelation(FOUND)
                .setVariables(described(file, overpaid, amount))
                .correlateStartMessage()
                .getBusinessKey();
        deregistrations.linkOverpayment(file.caseNumber(), opened);
    }

    /** An unusual code was accepted with a reason when the deregistration was filed. */
    private static Map<String, Object> described(CaseFile file, Deregistration.Overpayment overpaid, Money amount) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(SubmissionVariable.BUREAU, file.bureau());
        fields.put("relatedCase", file.caseNumber());
        fields.put("taxpayerId", file.taxpayerId());
        fields.put("taxpayerIdOverride", "true");
        fields.put("taxpayerIdOverrideReason", file.caseNumber());
        fields.put("taxpayerName", file.taxpayerName());
        fields.put("taxItemCode", overpaid.taxItem());
        fields.put("periodFrom", overpaid.from().toString());
        fields.put("periodTo", overpaid.to().toString());
        fields.put("voucherNo", overpaid.voucherNo());
        fields.put("overpaidAmount", amount.yuan().toPlainString());
        fields.put("arisenOn", overpaid.arisenOn().toString());
        return fields;
    }
}
