package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One thread of this node that works on whatever import is unfinished, its own or that of a node that died. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_FAILURES = 3;

    private final Imports imports;
    private final ImportRun run;
    private final ImportLock lock;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<Long, Integer> failures = new HashMap<>();
    private ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean started;

    ImportWorker(Imports imports, ImportRun run, ImportLock lock) {
        this.imports = imports;
        this.run = run;
        this.lock = lock;
    }

    /** Looks for work; called after every upload, and regularly because another node may have died. */
    @Scheduled(fixedDelayString = "${chunfeng.imports.poll:PT3S}")
    void wake() {
        if (started && busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    imports.running().forEach(this::work);
                } catch (RuntimeException databaseGone) {
                    LOG.warn("Imports cannot be looked up", databaseGone);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void work(long importId) {
        if (stopping.get()) {
            return;
        }
        try {
            lock.holding(() -> go(importId));
        } catch (RuntimeException failure) {
            LOG.error("Import {} stopped", importId, failure);
            int times = failures.merge(importId, 1, Integer::sum);
            if (times >= MOST_FAILURES) {
                failures.remove(importId);
                imports.move(importId, List.of("RUNNING"), "FAILED", String.valueOf(failure.getMessage()));
            }
        }
    }

    private void go(long importId) {
        try {
            run.run(importId, stopping::get);
            failures.remove(importId);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void start() {
        stopping.set(false);
        if (thread.isShutdown()) {
            thread = Executors.newSingleThreadExecutor();
        }
        started = true;
    }

    /** The chunk in hand is committed first; the rest waits for the next start. */
    @Override
    public void stop() {
        started = false;
        stopping.set(true);
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy.set(false);
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
