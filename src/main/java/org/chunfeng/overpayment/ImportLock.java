package org.chunfeng.overpayment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time work on imports, one after the other. The database itself holds the lock for a connection, so
 * that it is free the moment the node dies; that no row is done twice does not hang on it but on the cursor.
 */
@Component
class ImportLock {

    /** Tells this from other advisory locks of the database. */
    static final long IMPORTS = 0x6F76_6572_7061_7964L;

    private final DataSource database;

    ImportLock(DataSource database) {
        this.database = database;
    }

    /** Does the work if nobody else is at any; answers whether it was done. */
    boolean holding(Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Imports cannot be locked", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, IMPORTS);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
