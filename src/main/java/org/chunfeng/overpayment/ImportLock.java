package org.chunfeng.overpayment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time work on an import. The database itself holds the lock for a connection, so that it is free the
 * moment the node dies; that no row is done twice does not hang on it but on the cursor.
 */
@Component
class ImportLock {

    /** Keeps our locks apart from other advisory locks of the database. */
    private static final int SPACE = 0x4F56_504D;

    private final DataSource database;

    ImportLock(DataSource database) {
        this.database = database;
    }

    /** Does the work if nobody else is at it; answers whether it was done. */
    boolean holding(long importId, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?, ?)", importId)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(?, ?)", importId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Import %d cannot be locked".formatted(importId), e);
        }
    }

    private static boolean ask(Connection connection, String sql, long importId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setInt(2, (int) importId);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
