package org.chunfeng.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.chunfeng.casefile.CaseFile;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read of cases and clocks within one transaction: a step asks three times for its clock (task, warning, overdue)
 * and should cost one statement. It ends with the transaction, and rests while another one runs inside.
 */
final class Memory implements TransactionSynchronization {

    private final Map<String, CaseFile> cases = new HashMap<>();
    private final Map<String, DeadlineClock> clocks = new HashMap<>();
    private final Map<String, DeadlineClock> prepared = new HashMap<>();

    /** The memory of the current transaction; one that forgets at once when there is none. */
    static Memory ofTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Memory();
        }
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Memory memory) {
                return memory;
            }
        }
        var memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory;
    }

    DeadlineClock clock(String caseNumber, String step, String processInstance, Supplier<DeadlineClock> start) {
        DeadlineClock ready = prepared.remove(key(caseNumber, step));
        if (ready != null) {
            clocks.put(key(caseNumber, step) + processInstance, ready);
            return ready;
        }
        String key = key(caseNumber, step) + processInstance;
        DeadlineClock known = clocks.get(key);
        if (known != null) {
            return known;
        }
        DeadlineClock started = start.get();
        clocks.put(key, started);
        return started;
    }

    /** A clock that was reckoned before its process instance was there, see {@link ClockBatch}. */
    void prepare(String caseNumber, String step, DeadlineClock clock) {
        prepared.put(key(caseNumber, step), clock);
    }

    CaseFile caseFile(String caseNumber, Supplier<CaseFile> read) {
        return cases.computeIfAbsent(caseNumber, any -> read.get());
    }

    void forget(String caseNumber, String step) {
        clocks.keySet().removeIf(key -> key.startsWith(key(caseNumber, step)));
    }

    void forgetClocks() {
        clocks.clear();
    }

    private static String key(String caseNumber, String step) {
        return caseNumber + " " + step + " ";
    }
}
