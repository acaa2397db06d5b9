package org.chunfeng.overpayment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.chunfeng.sheet.SheetFile;
import org.chunfeng.sheet.SheetRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works through one stored list from where it stands: chunk by chunk, each with its cursor in one transaction. Killed at
 * any row it goes on, here or on another node, behind the last chunk that was committed.
 */
@Component
class ImportRun {

    private final Imports imports;
    private final RowResults results;
    private final ImportChunk chunk;
    private final Columns columns;
    private final RowCheck checks;
    private final Loaders loaders;
    private final ImportEnd end;
    private final ImportSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    ImportRun(
            Imports imports,
            RowResults results,
            ImportChunk chunk,
            Columns columns,
            RowCheck checks,
            Loaders loaders,
            ImportEnd end,
            ImportSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.imports = imports;
        this.results = results;
        this.chunk = chunk;
        this.columns = columns;
        this.checks = checks;
        this.loaders = loaders;
        this.end = end;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Goes on until the end of the list, until it is cancelled, or until this node stops. */
    void run(long importId, BooleanSupplier stopping) throws IOException {
        ImportRecord started = imports.get(importId);
        Path copy = Files.createTempFile("chunfeng-import", started.format().ending());
        try {
            imports.copyTo(copy, importId);
            try (ListFile list = ListFile.open(SheetFile.lookOver(copy, started.format()), columns)) {
                list.skip(started.rowsDone());
                work(started, list, stopping);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void work(ImportRecord started, ListFile list, BooleanSupplier stopping) throws IOException {
        RowCheck.OfList check =
                checks.of(list.places(), loaders.actor(started.uploadedBy(), started.bureau()), LocalDate.now(clock));
        int done = started.rowsDone();
        while (!stopping.getAsBoolean()) {
            long begin = System.nanoTime();
            List<ListRow> rows = next(list, check);
            if (rows.isEmpty()) {
                end.reached(started.importId());
                return;
            }
            if (!commit(started, done, rows, begin)) {
                return;
            }
            done += rows.size();
        }
    }

    private List<ListRow> next(ListFile list, RowCheck.OfList check) throws IOException {
        List<ListRow> rows = new ArrayList<>(settings.chunk());
        while (rows.size() < settings.chunk()) {
            SheetRow row = list.next();
            if (row == null) {
                return rows;
            }
            rows.add(check.check(row));
        }
        return rows;
    }

    /** False when somebody cancelled it, or another node went on with it. */
    private boolean commit(ImportRecord started, int done, List<ListRow> rows, long begin) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!imports.hold(started.importId(), done)) {
                return false;
            }
            List<RowResult> written = chunk.write(started.importId(), started.uploadedBy(), rows);
            results.write(started.importId(), written);
            imports.advance(started.importId(), written, (System.nanoTime() - begin) / 1_000_000);
            return true;
        }));
    }
}
