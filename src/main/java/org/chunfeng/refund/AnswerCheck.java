package org.chunfeng.refund;

import java.time.Clock;
import java.time.LocalDate;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What an answer of the treasury must hold before it is kept, whichever way it comes. */
@Component
class AnswerCheck {

    private final Slips slips;
    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    AnswerCheck(Slips slips, Checks checks, Texts texts, Clock clock) {
        this.slips = slips;
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    void insist(TreasuryAnswer answer, Actor actor) {
        if (!actor.isSystem() && !maySend(answer, actor)) {
            throw Refused.of(403, texts.refusal("onlyAccounting", ""));
        }
        checks.insist(
                RefundProcess.KEY,
                new Submission(AccountingSteps.ANSWER, null, actor, LocalDate.now(clock), answer.fields()));
    }

    private boolean maySend(TreasuryAnswer answer, Actor actor) {
        return actor.isIn("revenueAccounting")
                && slips.bureauOf(answer.slipNo()).map(actor::reaches).orElse(true);
    }
}
