package org.chunfeng.overpayment;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The place of a chunk in its list while two are worked on at once: it claims its overpayments after the one before it has
 * claimed, and commits after that one has committed, so that neither waits for the other in a circle and the cursor moves
 * row by row.
 */
final class Turn {

    private @Nullable Turn before;
    private final CompletableFuture<Boolean> claimed = new CompletableFuture<>();
    private final CompletableFuture<Boolean> committed = new CompletableFuture<>();

    private Turn(@Nullable Turn before) {
        this.before = before;
    }

    static Turn first() {
        return new Turn(null);
    }

    Turn next() {
        return new Turn(this);
    }

    /** Waits until the chunk before has claimed, or has failed. */
    void awaitClaim() {
        if (before != null) {
            before.claimed.join();
        }
    }

    void claimed() {
        claimed.complete(true);
    }

    /** Waits for the end of the chunk before; false when that one was not committed, so that this one must not be either. */
    boolean awaitCommit() {
        return before == null || before.committed.join();
    }

    /** The end of this chunk, good or bad; whoever waits for it goes on. */
    void ended(boolean good) {
        claimed.complete(good);
        committed.complete(good);
        before = null;
    }
}
