package org.chunfeng.deregistration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a deregistration beyond its case file.
 *
 * @param reason code of the reason for deregistration
 * @param announcementNo number of the 简易注销公告; empty when there is none
 * @param abnormalSince the first abnormal month; null for a normal taxpayer
 * @param overpaid what was overpaid; null when nothing is
 * @param generalWanted whether the general flow was asked for although the instant way may be open
 * @param generalReason why a case that qualifies is not handled at once; empty when nobody asked for that
 * @param commitment what the taxpayer signed; null when nothing
 * @param itemNotices how often the taxpayer was told of open items
 * @param proposal PASS or REFUSE; null before the review
 */
record Deregistration(
        String caseNumber,
        String reason,
        String contactName,
        String contactPhone,
        String creditLevel,
        String headOfficeId,
        String announcementNo,
        @Nullable LocalDate abnormalSince,
        @Nullable Overpayment overpaid,
        boolean generalWanted,
        String generalReason,
        @Nullable Commitment commitment,
        int itemNotices,
        @Nullable String proposal,
        String opinion,
        @Nullable String zeroSignedBy,
        @Nullable String zeroConfirmedBy,
        @Nullable Instant zeroConfirmedAt,
        @Nullable String overpaymentCase) {

    /** Overpaid tax, as 多缴税费清理 has to know it. */
    record Overpayment(LocalDate arisenOn, String taxItem, LocalDate from, LocalDate to, String voucherNo) {}

    /**
     * 承诺书.
     *
     * @param fulfilled null while it runs
     */
    record Commitment(
            String signedBy, LocalDate dueOn, @Nullable Boolean fulfilled) {}
}
