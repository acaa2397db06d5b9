package org.chunfeng.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All cases of all kinds, in the table case_file. */
@Component
public class CaseFiles {

    private static final String OPEN = """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, amount_fen,
                channel, request_id, related_case, status, opened_by, opened_at, applied_at, arisen_on)
            values (next_case_number(:letter, :bureau, :year), :kind, :matter, :taxpayerClass, :bureau, :taxpayerId, :taxpayerName,
                :amountFen, :channel, :requestId, :relatedCase, 'RECEIVED', :openedBy, :openedAt, :appliedAt, :arisenOn)
            returning case_number
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a case and answers its number; a request id that was used before violates a unique key. */
    public String open(NewCase opening) {
        Instant now = clock.instant();
        return jdbc.sql(OPEN)
                .param("letter", String.valueOf(opening.kind().letter()))
                .param("year", LocalDate.ofInstant(now, clock.getZone()).getYear())
                .param("kind", opening.kind().name())
                .param("matter", opening.matter())
                .param("taxpayerClass", opening.taxpayerClass())
                .param("bureau", opening.bureau())
                .param("taxpayerId", opening.taxpayerId())
                .param("taxpayerName", opening.taxpayerName())
                .param("amountFen", opening.amountFen())
                .param("channel", opening.channel())
                .param("requestId", opening.requestId())
                .param("relatedCase", opening.relatedCase())
                .param("openedBy", opening.openedBy())
                .param("openedAt", Timestamp.from(now))
                .param("appliedAt", Timestamp.from(opening.appliedAt()))
                .param("arisenOn", opening.arisenOn())
                .query(String.class)
                .single();
    }

    public Optional<CaseFile> find(String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ?")
                .param(caseNumber)
                .query(CaseFiles::map)
                .optional();
    }

    public CaseFile get(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> new IllegalStateException("There is no case " + caseNumber));
    }

    /** To which bureau a case belongs. */
    public String bureauOf(String caseNumber) {
        return get(caseNumber).bureau();
    }

    /** Whoever decides by what stands of a case now waits here for his turn and keeps it until his transaction ends. */
    public void inTurn(String caseNumber) {
        jdbc.sql("select 1 from case_file where case_number = ? for no key update")
                .param(caseNumber)
                .query(rows -> {});
    }

    public boolean isExpedited(String caseNumber) {
        return jdbc.sql("select expedited from case_file where case_number = ?")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** The case that the sender's own number of an application opened. */
    public Optional<String> findByRequest(String requestId) {
        return jdbc.sql("select case_number from case_file where request_id = ?")
                .param(requestId)
                .query(String.class)
                .optional();
    }

    /** The same; of two that use one request id in the same moment, the second waits and then sees the first. */
    public Optional<String> findByRequestInTurn(String requestId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('request'), hashtext(?))")
                .param(requestId)
                .query(rows -> {});
        return findByRequest(requestId);
    }

    /** The cases that grew out of this one: overpayments, refunds, audits. */
    public List<String> grownOutOf(String caseNumber) {
        return jdbc.sql("select case_number from case_file where related_case = ? order by opened_at, case_number")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** Says which case waits for this one, unless another one does that is still open. */
    public void relate(String caseNumber, String relatedCase) {
        jdbc.sql("""
                        update case_file set related_case = ? where case_number = ? and not exists (
                            select from case_file other where other.case_number = case_file.related_case and other.status <> 'CLOSED')
                        """).params(relatedCase, caseNumber).update();
    }

    public void accept(String caseNumber) {
        change(
                caseNumber,
                "status = 'HANDLING', accepted_at = coalesce(accepted_at, ?)",
                Timestamp.from(clock.instant()));
    }

    public void move(String caseNumber, CaseStatus status) {
        change(caseNumber, "status = ?", status.name());
    }

    public void expedite(String caseNumber) {
        change(caseNumber, "expedited = ?", true);
    }

    /** Corrects what a case is about, while it is open. */
    public void correct(String caseNumber, String taxpayerName, long amountFen) {
        change(caseNumber, "taxpayer_name = ?", taxpayerName);
        change(caseNumber, "amount_fen = ?", amountFen);
    }

    /** Closes a case with the code of its outcome, e.g. PAID; a second close changes nothing. */
    public void close(String caseNumber, String outcome) {
        jdbc.sql(
                        "update case_file set status = 'CLOSED', outcome = ?, closed_at = ? where case_number = ? and status <> 'CLOSED'")
                .params(outcome, Timestamp.from(clock.instant()), caseNumber)
                .update();
    }

    private void change(String caseNumber, String assignment, Object value) {
        int rows = jdbc.sql("update case_file set " + assignment + " where case_number = ? and status <> 'CLOSED'")
                .params(value, caseNumber)
                .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "Case %s is not open, expected to set %s".formatted(caseNumber, assignment));
        }
    }

    static CaseFile map(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getString("case_number"),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("matter"),
                row.getString("taxpayer_class"),
                row.getString("bureau"),
                row.getString("taxpayer_id"),
                row.getString("taxpayer_name"),
                row.getObject("amount_fen", Long.class),
                row.getString("channel"),
                row.getString("related_case"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("outcome"),
                row.getBoolean("expedited"),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("applied_at").toInstant(),
                instant(row, "accepted_at"),
                row.getObject("arisen_on", LocalDate.class),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
