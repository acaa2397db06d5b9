package org.chunfeng.refund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What an answer of the treasury must hold before it is kept, whichever way it comes. */
@Component
class AnswerCheck {

    private final Slips slips;
    private final Texts texts;
    private final Clock clock;

    AnswerCheck(Slips slips, Texts texts, Clock clock) {
        this.slips = slips;
        this.texts = texts;
        this.clock = clock;
    }

    void insist(TreasuryAnswer answer, Actor actor) {
        if (!actor.isSystem() && !maySend(answer, actor)) {
            throw Refused.of(403, texts.refusal("onlyAccounting", ""));
        }
        Map<String, Object> fields = answer.fields();
        var submission = new Submission("receiveAnswer", null, actor, LocalDate.now(clock), fields);
        var refusals = new Refusals(texts);
        Rule.required("messageId", "slipNo").check(submission, refusals);
        TreasuryAnswer.RULES.forEach(rule -> rule.check(submission, refusals));
        if (!refusals.isEmpty()) {
            throw new Refused(400, refusals.all());
        }
    }

    private boolean maySend(TreasuryAnswer answer, Actor actor) {
        return actor.isIn("revenueAccounting")
                && slips.bureauOf(answer.slipNo()).map(actor::reaches).orElse(true);
    }
}
