package org.chunfeng.overpayment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an overpayment beyond its case file.
 *
 * @param foundBy COUNTER, PLATFORM or CASE
 * @param kind how it is to be cleared; null before the classification
 * @param reason why it cannot be cleared; null where it can
 * @param settled what was offset, in fen; null where nothing was
 */
record Overpayment(
        String caseNumber,
        String foundBy,
        String taxItem,
        String subItem,
        LocalDate periodFrom,
        LocalDate periodTo,
        String voucherNo,
        Money paid,
        String idOverrideReason,
        String remark,
        String contactName,
        String contactPhone,
        String bankName,
        String accountName,
        String accountNo,
        @Nullable OverpaymentClass kind,
        String refundMatter,
        @Nullable Instant classifiedAt,
        String opinion,
        @Nullable String reason,
        String reasonText,
        @Nullable LocalDate recheckOn,
        @Nullable Money settled,
        String settledByVoucher,
        @Nullable LocalDate settledOn) {

    /** What is known of the account that a refund would go to, by the name of its field. */
    Optional<String> account(String field) {
        String value =
                switch (field) {
                    case "contactName" -> contactName;
                    case "contactPhone" -> contactPhone;
                    case "bankName" -> bankName;
                    case "accountName" -> accountName;
                    case "accountNo" -> accountNo;
                    default -> "";
                };
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
