package org.chunfeng.refund;

import java.util.Map;
import org.chunfeng.engine.Actors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the treasury's answers over HTTP. */
@RestController
@RequestMapping("/api/treasury/answers")
class TreasuryAnswerApi {

    private final TreasuryInbox inbox;
    private final AnswerCheck check;
    private final Actors actors;

    TreasuryAnswerApi(TreasuryInbox inbox, AnswerCheck check, Actors actors) {
        this.inbox = inbox;
        this.check = check;
        this.actors = actors;
    }

    @PostMapping
    Map<String, String> take(@RequestBody TreasuryAnswer answer) {
        check.insist(answer, actors.current());
        return Map.of("messageId", answer.messageId(), "fate", inbox.take(answer));
    }
}
