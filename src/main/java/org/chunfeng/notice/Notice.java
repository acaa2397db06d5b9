package org.chunfeng.notice;

import java.time.Instant;
import org.chunfeng.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to one recipient.
 *
 * @param caseFile the case, or null for an announcement
 * @param step id of the step it is about; empty when it is about the whole case
 * @param occasion what tells this from an earlier notice of the same kind, case, step and recipient: the activity instance
 *     for a hand-over; clock, rung and epoch for an escalation
 * @param dueAt when the step is due, for the text; null when that does not matter
 * @param deliverAfter earliest moment of the mail, e.g. the next opening of the office; null for at once
 * @param saying a further sentence; empty for none
 */
public record Notice(
        NoticeKind kind,
        @Nullable CaseFile caseFile,
        String step,
        Recipient recipient,
        String occasion,
        @Nullable Instant dueAt,
        @Nullable Instant deliverAfter,
        String saying) {

    public static Notice about(CaseFile caseFile, NoticeKind kind, String step, Recipient recipient) {
        return new Notice(kind, caseFile, step, recipient, "", null, null, "");
    }

    /** Something that concerns no case; the occasion makes it be told once. */
    public static Notice announcement(Recipient recipient, String occasion, String saying) {
        return new Notice(NoticeKind.ANNOUNCEMENT, null, "", recipient, occasion, null, null, saying);
    }

    public Notice occasion(String newOccasion) {
        return new Notice(kind, caseFile, step, recipient, newOccasion, dueAt, deliverAfter, saying);
    }

    public Notice due(Instant newDueAt) {
        return new Notice(kind, caseFile, step, recipient, occasion, newDueAt, deliverAfter, saying);
    }

    public Notice notBefore(Instant newDeliverAfter) {
        return new Notice(kind, caseFile, step, recipient, occasion, dueAt, newDeliverAfter, saying);
    }

    public Notice saying(String newSaying) {
        return new Notice(kind, caseFile, step, recipient, occasion, dueAt, deliverAfter, newSaying);
    }

    public Notice to(Recipient newRecipient) {
        return new Notice(kind, caseFile, step, newRecipient, occasion, dueAt, deliverAfter, saying);
    }

    String caseNumber() {
        return caseFile == null ? "" : caseFile.caseNumber();
    }

    /** The bureau that the notice is about; that of the case wherever there is one. */
    String bureau() {
        return caseFile == null ? recipient.bureau() : caseFile.bureau();
    }

    Channel channel() {
        return recipient.kind() == Recipient.Kind.TAXPAYER ? Channel.PRINT : Channel.MAIL;
    }

    String dedupeKey() {
        return String.join("/", kind.name(), caseNumber(), step, occasion, recipient.key());
    }
}
