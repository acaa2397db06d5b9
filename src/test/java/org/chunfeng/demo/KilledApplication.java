package org.chunfeng.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A process that uses the database and is then killed by the test; it never ends by itself. */
final class KilledApplication {

    private KilledApplication() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Durability.FULL);
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("create table mark (mark text)");
            sql.execute("insert into mark values ('已受理')");
        }
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }
}
