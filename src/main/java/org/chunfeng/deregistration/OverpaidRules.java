package org.chunfeng.deregistration;

import java.util.List;
import org.chunfeng.casefile.CaseEvent;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Money;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** C4: tax is overpaid until its case of 多缴税费清理 is closed, whatever anybody says. */
@Component
class OverpaidRules {

    private static final String OPEN_CASES = """
            select case_number, amount_fen from case_file
            where kind = 'OVERPAYMENT' and status <> 'CLOSED' and taxpayer_id = ? and bureau = ? order by case_number
            """;

    private final Deregistrations deregistrations;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final JdbcClient jdbc;

    OverpaidRules(Deregistrations deregistrations, CaseFiles cases, CaseEvents events, JdbcClient jdbc) {
        this.deregistrations = deregistrations;
        this.cases = cases;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Whoever applies is not without overpaid tax while our own books say otherwise. */
    void booksKnowOfNone(Submission application, Refusals refusals) {
        if (EvidenceFields.answer(application, FactCode.OVERPAID) != Answer.FALSE) {
            return;
        }
        jdbc.sql(OPEN_CASES)
                .params(
                        TaxpayerId.of(application.text("taxpayerId")).value(),
                        application.actor().bureau())
                .query((row, number) ->
                        new String[] {row.getString("case_number"), new Money(row.getLong("amount_fen")).toString()})
                .list()
                .forEach(known ->
                        refusals.add(FactCode.OVERPAID.field(), "overpaymentIsOnTheBooks", known[0], known[1]));
    }

    /** A reviewer finds nothing overpaid only after its case was closed. */
    void reviewAgrees(Submission review, Refusals refusals) {
        if (EvidenceFields.answer(review, FactCode.OVERPAID) == Answer.FALSE) {
            refuseWhileOpen(review, FactCode.OVERPAID.field(), refusals);
        }
    }

    /** The hall ticks overpaid tax off only after its case was closed. */
    void settlementAgrees(Submission settlement, Refusals refusals) {
        if (settlement.codes("itemsSettled").contains(FactCode.OVERPAID.name())) {
            refuseWhileOpen(settlement, "itemsSettled", refusals);
        }
    }

    /** Nobody says that it is cleared but its case. */
    void overpaymentIsClosed(Submission message, Refusals refusals) {
        String overpayment = deregistrations.get(message.caseNumber()).overpaymentCase();
        if (overpayment == null) {
            refusals.add("", "noOverpaymentCase");
            return;
        }
        if (!cases.get(overpayment).isClosed()) {
            refusals.add("", "overpaymentStillOpen", overpayment);
        }
    }

    private void refuseWhileOpen(Submission submission, String field, Refusals refusals) {
        String overpayment = deregistrations.get(submission.caseNumber()).overpaymentCase();
        if (overpayment == null) {
            return;
        }
        CaseFile file = cases.get(overpayment);
        if (!file.isClosed() && !isMarkedUnclearable(overpayment)) {
            refusals.add(field, "overpaymentStillOpen", overpayment);
        }
    }

    /** 标注无法清理 (plan measure 31): such a case stays open to be looked at again, and nobody waits for it. */
    private boolean isMarkedUnclearable(String overpayment) {
        List<CaseEvent> happened = events.of(overpayment);
        return !happened.isEmpty() && happened.get(happened.size() - 1).action().equals("CANNOT_CLEAR");
    }
}
