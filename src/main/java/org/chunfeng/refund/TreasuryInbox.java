package org.chunfeng.refund;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the treasury's answers, whenever and however often they come: a doubled one does nothing, a late one is kept and
 * noted, one for a slip nobody knows is kept for a look, and an early one waits until the case waits for it.
 */
@Component
class TreasuryInbox {

    private final TreasuryAnswers answers;
    private final Slips slips;
    private final RuntimeService engine;
    private final Actors actors;

    TreasuryInbox(TreasuryAnswers answers, Slips slips, RuntimeService engine, Actors actors) {
        this.answers = answers;
        this.slips = slips;
        this.engine = engine;
        this.actors = actors;
    }

    /** What became of it: APPLIED, WAITING, LATE, UNKNOWN_SLIP or DOUBLED. */
    @Transactional
    String take(TreasuryAnswer answer) {
        return answers.keep(answer, "WAITING") ? deliver(answer) : "DOUBLED";
    }

    /** Tries once more what came too early. */
    @Transactional
    String deliver(TreasuryAnswer answer) {
        String fate =
                slips.find(answer.slipNo()).map(slip -> deliver(answer, slip)).orElse("UNKNOWN_SLIP");
        answers.decide(answer.messageId(), fate);
        return fate;
    }

    List<TreasuryAnswer> waiting() {
        return answers.waiting();
    }

    private String deliver(TreasuryAnswer answer, Slip slip) {
        boolean current = slips.current(slip.caseNumber())
                .map(Slip::slipNo)
                .filter(slip.slipNo()::equals)
                .isPresent();
        boolean settled = slip.state().matches("WRITTEN_OFF|RETURNED|VOID")
                || slip.state().equals(answer.answer());
        if (!current || settled) {
            return "LATE";
        }
        if (!slip.awaitsTreasury() || !caseWaits(slip.caseNumber())) {
            return "WAITING";
        }
        engine.createMessageCorrelation(RefundProcess.TREASURY_ANSWERED)
                .processInstanceBusinessKey(slip.caseNumber())
                .setVariables(answer.fields())
                .correlate();
        return "APPLIED";
    }

    /** Whoever brings the answer need not be allowed to look into the engine. */
    private boolean caseWaits(String caseNumber) {
        var waiting = new AtomicBoolean();
        actors.asSystem(() -> waiting.set(engine.createExecutionQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .messageEventSubscriptionName(RefundProcess.TREASURY_ANSWERED)
                        .count()
                == 1));
        return waiting.get();
    }
}
