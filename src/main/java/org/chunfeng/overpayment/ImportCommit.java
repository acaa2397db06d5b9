package org.chunfeng.overpayment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.chunfeng.sheet.SheetRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Checks the rows of a chunk and commits them with the cursor of their import: all of it or nothing. */
@Component
class ImportCommit {

    private final Imports imports;
    private final RowResults results;
    private final ImportChunk chunk;
    private final TransactionOperations transactions;

    ImportCommit(Imports imports, RowResults results, ImportChunk chunk, TransactionOperations transactions) {
        this.imports = imports;
        this.results = results;
        this.chunk = chunk;
        this.transactions = transactions;
    }

    /** Rows of an import, the first of them behind so many that are done. */
    record Chunk(ImportRecord started, int from, List<SheetRow> rows, Turn turn) {}

    /** False when somebody cancelled the import, another node went on with it, or the chunk before did not come through. */
    boolean commit(Chunk some, RowCheck.OfList check, AtomicLong lastCommit) {
        boolean good = false;
        try {
            List<ListRow> rows = some.rows().stream().map(check::check).toList();
            good = Boolean.TRUE.equals(transactions.execute(status -> {
                boolean written = write(some, rows, lastCommit);
                if (!written) {
                    status.setRollbackOnly();
                }
                return written;
            }));
            return good;
        } finally {
            some.turn().ended(good);
        }
    }

    private boolean write(Chunk some, List<ListRow> rows, AtomicLong lastCommit) {
        long importId = some.started().importId();
        Optional<List<RowResult>> written = chunk.write(importId, some.started().uploadedBy(), rows, some.turn());
        if (written.isEmpty() || !imports.hold(importId, some.from())) {
            return false;
        }
        results.write(importId, written.get());
        long now = System.nanoTime();
        imports.advance(importId, written.get(), (now - lastCommit.getAndSet(now)) / 1_000_000);
        return true;
    }
}
