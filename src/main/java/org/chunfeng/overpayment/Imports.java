package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chunfeng.engine.Actor;
import org.chunfeng.sheet.SheetFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every upload that ever came, with its file, in overpayment_import. */
@Component
class Imports {

    private static final int PART = 1 << 20;
    private static final int LISTED = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of a file before its rows are worked on. */
    record Upload(SheetFile file, String fileName, String sha256, int rows) {}

    /** Keeps a file, ready to be worked on; in the caller's transaction. */
    long keep(Upload upload, Actor loader) throws IOException {
        long importId = jdbc.sql("""
                        insert into overpayment_import (bureau, uploaded_by, uploaded_at, file_name, format, encoding, size,
                            sha256, state, rows_total)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?) returning import_id
                        """)
                .params(loader.bureau(), loader.userId(), Timestamp.from(clock.instant()), upload.fileName())
                .params(upload.file().format().name(), upload.file().encoding().name())
                .params(Files.size(upload.file().path()), upload.sha256(), upload.rows())
                .query(Long.class)
                .single();
        try (InputStream content = Files.newInputStream(upload.file().path())) {
            int part = 0;
            for (byte[] piece = content.readNBytes(PART); piece.length > 0; piece = content.readNBytes(PART)) {
                jdbc.sql("insert into overpayment_import_part (import_id, part, content) values (?, ?, ?)")
                        .params(importId, part++, piece)
                        .update();
            }
        }
        return importId;
    }

    /** Writes the kept file to this machine, a piece at a time. */
    void copyTo(Path target, long importId) throws IOException {
        try (OutputStream content = Files.newOutputStream(target)) {
            for (int part = 0; ; part++) {
                Optional<byte[]> piece = jdbc.sql(
                                "select content from overpayment_import_part where import_id = ? and part = ?")
                        .params(importId, part)
                        .query((row, number) -> row.getBytes("content"))
                        .optional();
                if (piece.isEmpty()) {
                    return;
                }
                content.write(piece.get());
            }
        }
    }

    ImportRecord get(long importId) {
        return find(importId).orElseThrow(() -> new IllegalStateException("There is no import " + importId));
    }

    Optional<ImportRecord> find(long importId) {
        return jdbc.sql("select * from overpayment_import where import_id = ?")
                .param(importId)
                .query(ImportRecord::map)
                .optional();
    }

    /** The newest first: those of this person's bureau, for the prefecture's people all. */
    List<ImportRecord> seenBy(Actor actor) {
        return jdbc.sql("select * from overpayment_import where ? or bureau = ? order by import_id desc limit ?")
                .params(actor.prefecture(), actor.bureau(), LISTED)
                .query(ImportRecord::map)
                .list();
    }

    List<Long> running() {
        return jdbc.sql("select import_id from overpayment_import where state = 'RUNNING' order by import_id")
                .query(Long.class)
                .list();
    }

    /** An import of the very same file, by this bureau, that has not come to its end. */
    Optional<Long> runningWith(String sha256, String bureau) {
        return jdbc.sql("""
                        select import_id from overpayment_import where state = 'RUNNING' and sha256 = ? and bureau = ? limit 1
                        """).params(sha256, bureau).query(Long.class).optional();
    }

    /** Holds the import until the transaction ends, if it still stands at this row and may go on. */
    boolean hold(long importId, int rowsDone) {
        return jdbc.sql("""
                        select 1 from overpayment_import
                        where import_id = ? and rows_done = ? and state = 'RUNNING' for update
                        """)
                .params(importId, rowsDone)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void advance(long importId, List<RowResult> results, long workedMs) {
        jdbc.sql("""
                        update overpayment_import set rows_done = rows_done + :done, accepted = accepted + :accepted,
                            duplicate = duplicate + :duplicate, changed = changed + :changed, rejected = rejected + :rejected,
                            started_at = coalesce(started_at, :now), worked_ms = worked_ms + :worked, problem = ''
                        where import_id = :id
                        """)
                .param("done", results.size())
                .param("accepted", count(results, RowResult.Outcome.ACCEPTED))
                .param("duplicate", count(results, RowResult.Outcome.DUPLICATE))
                .param("changed", count(results, RowResult.Outcome.CHANGED))
                .param("rejected", count(results, RowResult.Outcome.REJECTED))
                .param("now", Timestamp.from(clock.instant()))
                .param("worked", workedMs)
                .param("id", importId)
                .update();
    }

    /** True for the one that brings it from one state to another. */
    boolean move(long importId, List<String> from, String to, String problem) {
        return jdbc.sql("""
                        update overpayment_import set state = ?, problem = ?, finished_at = ?
                        where import_id = ? and state = any(?)
                        """)
                        .params(to, problem, to.equals("RUNNING") ? null : Timestamp.from(clock.instant()), importId)
                        .param(from.toArray(String[]::new))
                        .update()
                == 1;
    }

    private static long count(List<RowResult> results, RowResult.Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
