package org.chunfeng.system;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's tables in schema public from the scripts in the engine's own jar, under Flyway's lock. */
@Component
class V001__EngineSchema extends BaseJavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to public");
            for (String part : PARTS) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPT.formatted(part)));
            }
            statement.execute("set search_path to chunfeng, public");
        }
    }
}
