package db.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeDay;
import org.chunfeng.calendar.DecreeFile;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;

/** Signs the decrees that come with the application (2020 to 2026); later years are imported by people. */
public class V003_1__shipped_decrees extends BaseJavaMigration {

    private static final String DECREE = """
            insert into decree (year, source, content_hash, state, imported_by, imported_at, signed_by, signed_at, reason, version)
            values (?, ?, ?, 'SIGNED', 'shipped', now(), 'installation', now(), '随系统发布', 1)
            returning decree_id
            """;
    private static final String DAY = "insert into decree_day (decree_id, day, working, name) values (?, ?, ?, ?)";

    @Override
    public void migrate(Context context) throws Exception {
        var file = new ClassPathResource("calendar/cn-holidays.json");
        for (Decree decree : new DecreeFile().read(file.getContentAsString(StandardCharsets.UTF_8))) {
            insert(context.getConnection(), decree);
        }
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("update calendar_version set version = 1");
        }
    }

    private static void insert(Connection connection, Decree decree) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DECREE)) {
            statement.setInt(1, decree.year());
            statement.setString(2, decree.source());
            statement.setString(3, decree.hash());
            try (ResultSet ids = statement.executeQuery()) {
                ids.next();
                insertDays(connection, ids.getLong(1), decree);
            }
        }
    }

    private static void insertDays(Connection connection, long id, Decree decree) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DAY)) {
            for (DecreeDay day : decree.days()) {
                statement.setLong(1, id);
                statement.setDate(2, Date.valueOf(day.date()));
                statement.setBoolean(3, day.working());
                statement.setString(4, day.name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
