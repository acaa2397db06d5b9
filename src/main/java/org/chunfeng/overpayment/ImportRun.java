package org.chunfeng.overpayment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.chunfeng.overpayment.ImportCommit.Chunk;
import org.chunfeng.sheet.SheetFile;
import org.chunfeng.sheet.SheetRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works through one stored list from where it stands: chunk by chunk, each with its cursor in one transaction. Killed at
 * any row it goes on, here or on another node, behind the last chunk that was committed.
 */
@Component
class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final Imports imports;
    private final ImportCommit commits;
    private final Columns columns;
    private final RowCheck checks;
    private final Loaders loaders;
    private final ImportEnd end;
    private final ImportSettings settings;
    private final Clock clock;

    ImportRun(
            Imports imports,
            ImportCommit commits,
            Columns columns,
            RowCheck checks,
            Loaders loaders,
            ImportEnd end,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.commits = commits;
        this.columns = columns;
        this.checks = checks;
        this.loaders = loaders;
        this.end = end;
        this.settings = settings;
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
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            if (workAhead(started, list, check, stopping, threads)) {
                end.reached(started.importId());
            }
        } finally {
            leave(threads);
        }
    }

    /** Whoever goes on with this import must not meet a chunk that is still being rolled back. */
    private static void leave(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A chunk of rows is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database takes in one chunk the engine makes up the next; true at the end of the list. */
    private boolean workAhead(
            ImportRecord started,
            ListFile list,
            RowCheck.OfList check,
            BooleanSupplier stopping,
            ExecutorService threads)
            throws IOException {
        Deque<Future<Boolean>> ahead = new ArrayDeque<>();
        var lastCommit = new AtomicLong(System.nanoTime());
        Turn turn = Turn.first();
        int from = started.rowsDone();
        boolean goingOn = true;
        List<SheetRow> rows = list.next(settings.chunk());
        while (goingOn && !rows.isEmpty() && !stopping.getAsBoolean()) {
            Chunk next = new Chunk(started, from, rows, turn);
            ahead.add(threads.submit(() -> commits.commit(next, check, lastCommit)));
            from += rows.size();
            turn = turn.next();
            goingOn = ahead.size() < AT_ONCE || isCommitted(ahead.remove());
            rows = list.next(settings.chunk());
        }
        boolean atEnd = rows.isEmpty();
        while (!ahead.isEmpty()) {
            goingOn &= isCommitted(ahead.remove());
        }
        return goingOn && atEnd;
    }

    private static boolean isCommitted(Future<Boolean> chunk) {
        try {
            return chunk.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
