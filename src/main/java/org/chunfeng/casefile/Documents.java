package org.chunfeng.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attachments. One is uploaded while a form is being filled in, and belongs to a case once the form was sent. */
@Component
public class Documents {

    /** How long an upload waits for its form to be sent. */
    private static final Duration UNSENT = Duration.ofDays(7);

    private static final String COLUMNS =
            "document_id, case_number, bureau, name, media_type, size, uploaded_by, uploaded_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps an upload that has no case yet, and forgets this person's uploads whose form was never sent. */
    public Document upload(String bureau, String uploadedBy, String name, DocumentType type, byte[] content) {
        var id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from document where case_number is null and uploaded_by = ? and uploaded_at < ?")
                .params(uploadedBy, Timestamp.from(clock.instant().minus(UNSENT)))
                .update();
        jdbc.sql("""
                        insert into document (document_id, bureau, name, media_type, size, sha256, content, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, bureau, name, type.mediaType(), content.length, sha256(content), content, uploadedBy, now)
                .update();
        return get(id);
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from document where document_id = ?")
                .param(id)
                .query(Documents::map)
                .optional();
    }

    public byte[] content(UUID id) {
        return jdbc.sql("select content from document where document_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** The attachments of a case, oldest first. */
    public List<Document> of(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from document where case_number = ? order by uploaded_at, name")
                .param(caseNumber)
                .query(Documents::map)
                .list();
    }

    /** Whether every one of these ids is an upload of this person that has no case yet, or belongs to this case. */
    public boolean mayAttach(Collection<String> ids, String uploadedBy, String caseNumber) {
        return ids.stream()
                .allMatch(id -> isUuid(id)
                        && find(UUID.fromString(id))
                                .filter(found -> found.isAttached()
                                        ? caseNumber.equals(found.caseNumber())
                                        : found.uploadedBy().equals(uploadedBy))
                                .isPresent());
    }

    /** Gives uploads of this person to a case; those that have a case already stay where they are. */
    public void attach(String caseNumber, Collection<String> ids, String uploadedBy) {
        for (String id : ids) {
            jdbc.sql(
                            "update document set case_number = ? where document_id = ? and uploaded_by = ? and case_number is null")
                    .params(caseNumber, UUID.fromString(id), uploadedBy)
                    .update();
        }
    }

    /** Removes an upload of this person that has no case yet; answers whether there was one. */
    public boolean remove(UUID id, String uploadedBy) {
        return jdbc.sql("delete from document where document_id = ? and uploaded_by = ? and case_number is null")
                        .params(id, uploadedBy)
                        .update()
                == 1;
    }

    private Document get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no document " + id));
    }

    private static boolean isUuid(String id) {
        return id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document map(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("document_id", UUID.class),
                row.getString("case_number"),
                row.getString("bureau"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
