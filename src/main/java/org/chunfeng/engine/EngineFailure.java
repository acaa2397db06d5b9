package org.chunfeng.engine;

import java.sql.SQLException;
import java.util.ResourceBundle;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** What of the engine's failures is no failure but a refusal, in one Chinese sentence instead of a technical one. */
public final class EngineFailure {

    /** What was sent holds a character that no text may have, or counts from or up to less than nothing. */
    private static final Set<String> UNANSWERABLE = Set.of("22021", "2201W", "2201X");

    private EngineFailure() {}

    /** Nothing when the engine really failed. */
    public static @Nullable Refused refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Refused refused = refusalOf(cause);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable Refused refusalOf(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AuthorizationException || message.contains("no authenticated tenant")) {
            return refuse(403, "doorNotYours");
        }
        if (failure instanceof TaskAlreadyClaimedException) {
            return refuse(409, "takenByAnother");
        }
        if (failure instanceof OptimisticLockingException
                || failure instanceof ConcurrencyFailureException
                || isGrantedTwice(failure)) {
            return refuse(409, "changedMeanwhile");
        }
        if (failure instanceof SQLException refused && UNANSWERABLE.contains(String.valueOf(refused.getSQLState()))) {
            return refuse(400, "unanswerable");
        }
        if (failure instanceof MismatchingMessageCorrelationException) {
            return refuse(409, "nothingWaits");
        }
        boolean taskIsGone = failure instanceof NullValueException && message.contains("Cannot find task");
        return taskIsGone ? refuse(404, "taskIsGone") : null;
    }

    /** Who takes a task twice in one moment gets his permission on it twice, before the engine sees that the task changed. */
    private static boolean isGrantedTwice(Throwable failure) {
        return failure instanceof SQLException
                && String.valueOf(failure.getMessage()).contains("act_uniq_auth_");
    }

    private static Refused refuse(int status, String key) {
        return Refused.of(status, ResourceBundle.getBundle("messages/doors").getString("refusal." + key));
    }
}
