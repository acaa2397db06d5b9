package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /** One for all, so that the programs are unpacked once. */
    @TempDir
    private static Path root;

    private String test = "";

    @BeforeEach
    void nameFoldersByTest(TestInfo info) {
        test = info.getTestMethod().orElseThrow().getName();
    }

    @Test
    void dataIsKeptAcrossStarts() throws Exception {
        Path data = data("postgres");
        try (var first = EmbeddedDatabase.start(data, Durability.FULL)) {
            run(first, "create table mark as select '已受理'::text as mark");
        }

        try (var second = EmbeddedDatabase.start(data, Durability.FULL)) {
            assertThat(ask(second, "select mark from mark")).isEqualTo("已受理");
        }
    }

    @Test
    void theServerIsDurableLocalAndSmall() throws Exception {
        var wanted = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "timezone", "Asia/Shanghai",
                "server_encoding", "UTF8",
                "lc_messages", "C",
                "max_connections", "60");

        try (var database = EmbeddedDatabase.start(data("postgres"), Durability.FULL)) {
            for (String setting : wanted.keySet()) {
                assertThat(ask(database, "show " + setting)).as(setting).isEqualTo(wanted.get(setting));
            }
        }
    }

    @Test
    void aServerThatCouldLoseDataIsRefused() throws Exception {
        try (DataDirectory directory = DataDirectory.hold(data("postgres"));
                EmbeddedPostgres careless = ServerProgram.start(directory, Durability.NONE)) {
            var database = new EmbeddedDatabase(directory, careless);

            assertThatThrownBy(() -> database.check(Durability.FULL))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("=off instead of on");
        }
    }

    @Test
    void aForeignServerThatAnswersIsRefused() throws Exception {
        try (DataDirectory ours = DataDirectory.hold(data("ours"));
                DataDirectory theirs = DataDirectory.hold(data("theirs"));
                EmbeddedPostgres foreign = ServerProgram.start(theirs, Durability.FULL)) {
            var database = new EmbeddedDatabase(ours, foreign);

            assertThatThrownBy(() -> database.check(Durability.FULL))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("foreign database on " + theirs.path());
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        Path data = data("postgres");
        try (var first = EmbeddedDatabase.start(data, Durability.FULL)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, Durability.FULL))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageStartingWith("Another Chunfeng is running on the database folder " + data.toRealPath());

            assertThat(ask(first, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void aKilledApplicationLosesNothingAndItsServerIsStopped() throws Exception {
        Path data = data("postgres");
        Process application = startApplication(data);
        ProcessHandle leftOver = serverOf(data);
        application.destroyForcibly().waitFor();
        assertThat(leftOver.isAlive()).isTrue();

        try (var next = EmbeddedDatabase.start(data, Durability.FULL)) {
            assertThat(ask(next, "select mark from mark")).isEqualTo("已受理");
            assertThat(serverOf(data)).isNotEqualTo(leftOver);
        }
    }

    @Test
    void aSecondApplicationCannotTakeTheFolderOfARunningOne() throws Exception {
        Path data = data("postgres");
        Process application = startApplication(data);
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, Durability.FULL))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageStartingWith("Another Chunfeng is running");

            assertThat(serverOf(data).isAlive()).isTrue();
        } finally {
            application.destroyForcibly().waitFor();
            new LeftoverServer(data.toRealPath()).stop();
        }
    }

    @Test
    void aForeignServerThatInheritedOurProcessNumberIsLeftAlone() throws Exception {
        Path data = data("ours");
        Path theirs = data("theirs");
        try (var foreign = EmbeddedDatabase.start(theirs, Durability.FULL)) {
            EmbeddedDatabase.start(data, Durability.FULL).close();
            Files.copy(theirs.resolve("postmaster.pid"), data.resolve("postmaster.pid"));

            try (var ours = EmbeddedDatabase.start(data, Durability.FULL)) {
                assertThat(ask(ours, "select 'alive'")).isEqualTo("alive");
                assertThat(ask(foreign, "select 'alive'")).isEqualTo("alive");
            }
        }
    }

    @Test
    void aProcessNumberThatIsNowSomebodyElsesDoesNotHinderTheStart() throws Exception {
        Path data = data("postgres");
        EmbeddedDatabase.start(data, Durability.FULL).close();
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");

        try (var database = EmbeddedDatabase.start(data, Durability.FULL)) {
            assertThat(ask(database, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void theApplicationsRoleIsNoSuperuser() throws Exception {
        try (var database = EmbeddedDatabase.start(data("postgres"), Durability.FULL)) {
            String url = database.jdbcUrl("chunfeng");

            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(ask(
                                connection,
                                "select current_user || ' ' || rolsuper from pg_roles where rolname = current_user"))
                        .isEqualTo("chunfeng false");
            }
        }
    }

    private Path data(String name) {
        return root.resolve(test + "-" + name);
    }

    /** In a locale that is not installed here: the server must not care. */
    private static Process startApplication(Path data) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledApplication.class.getName(),
                data.toString());
        command.environment().put("LC_ALL", "zh_CN.GB18030");
        command.redirectErrorStream(true);
        Process application = command.start();
        var output = new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("ready"::equals))
                .as("The application started")
                .isTrue();
        return application;
    }

    private static ProcessHandle serverOf(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void run(EmbeddedDatabase database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return ask(connection, query);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
