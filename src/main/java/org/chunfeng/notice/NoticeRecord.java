package org.chunfeng.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it was written, with what became of it.
 *
 * @param caseNumber empty for an announcement
 * @param bureau the bureau it is about, which need not be that of the recipient
 * @param deliveredTo the mail addresses it went to, or who handed it out on paper
 * @param deliveryNote why it went to nobody, not to all, or not yet
 */
public record NoticeRecord(
        long noticeId,
        NoticeKind kind,
        String caseNumber,
        String bureau,
        String step,
        Recipient recipient,
        Channel channel,
        String subject,
        String body,
        @Nullable Instant dueAt,
        String fromActor,
        Instant createdAt,
        Instant deliverAfter,
        DeliveryState state,
        int attempts,
        String deliveredTo,
        String deliveryNote,
        @Nullable Instant sentAt,
        @Nullable Instant remindedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** Paper for the taxpayer is handed out, everything else is acknowledged. */
    public boolean isUnacknowledged() {
        return channel != Channel.PRINT && acknowledgedAt == null;
    }

    static NoticeRecord map(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new NoticeRecord(
                row.getLong("notice_id"),
                NoticeKind.valueOf(row.getString("kind")),
                caseNumber == null ? "" : caseNumber,
                row.getString("bureau"),
                row.getString("step"),
                recipient(row),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                row.getString("body"),
                instant(row, "due_at"),
                row.getString("from_actor"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("deliver_after").toInstant(),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("delivered_to"),
                row.getString("delivery_note"),
                instant(row, "sent_at"),
                instant(row, "reminded_at"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                Recipient.Kind.valueOf(row.getString("recipient_kind")),
                row.getString("recipient"),
                row.getString("recipient_bureau"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
