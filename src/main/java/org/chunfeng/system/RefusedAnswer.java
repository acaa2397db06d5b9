package org.chunfeng.system;

import java.util.List;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Refused;

/** What every door answers to a refused submission; type and message are as the engine's own errors have them. */
public record RefusedAnswer(String type, String message, List<Refusal> refusals) {

    static RefusedAnswer of(Refused refused) {
        return new RefusedAnswer("Refused", String.valueOf(refused.getMessage()), refused.refusals());
    }
}
