package org.chunfeng.system;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets what every start brings up to date be done by one node after the other: two that start at once would change the same
 * rows, and the engine lets the later one fail.
 */
@Component
class OneNodeAtATime {

    private static final int START = 0x53544152;

    private final TransactionOperations transactions;
    private final JdbcClient sql;

    OneNodeAtATime(TransactionOperations transactions, JdbcClient sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** In a transaction of its own; the next node sees all of it. */
    void run(Runnable work) {
        transactions.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(?)").param(START).query().listOfRows();
            work.run();
        });
    }
}
