package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TestDatabaseTest {

    @Test
    void everyCallGivesAFreshDatabase() {
        JdbcClient first = clientOf(TestDatabase.jdbcUrl());
        JdbcClient second = clientOf(TestDatabase.jdbcUrl());

        first.sql("create table mark (mark text)").update();

        assertThat(second.sql("select to_regclass('mark')").query(String.class).optional())
                .isEmpty();
    }

    @Test
    void theSameNameGivesTheSameDatabase() {
        clientOf(TestDatabase.jdbcUrl("shared"))
                .sql("create table mark (mark text)")
                .update();

        String found = clientOf(TestDatabase.jdbcUrl("shared"))
                .sql("select to_regclass('mark')")
                .query(String.class)
                .single();

        assertThat(found).isEqualTo("mark");
    }

    @Test
    void aMigratedDatabaseHasOurTablesAndTheEngines() {
        JdbcClient client = JdbcClient.create(TestDatabase.migrated());

        assertThat(client.sql("select count(*) from bureau").query(Long.class).single())
                .isEqualTo(7);
        assertThat(client.sql("select count(*) from act_ru_task")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static JdbcClient clientOf(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url));
    }
}
