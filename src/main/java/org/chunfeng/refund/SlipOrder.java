package org.chunfeng.refund;

import org.chunfeng.casefile.CaseFile;

/** What the treasury is told: amounts in yuan with two decimals, as on the paper slip. */
record SlipOrder(
        String slipNo,
        String caseNumber,
        String bureau,
        String taxpayerId,
        String taxpayerName,
        String bankName,
        String accountName,
        String accountNo,
        String payout,
        String offset,
        String budgetSubject,
        String budgetLevel,
        String treasuryCode,
        String issuedBy,
        String checkedBy) {

    static SlipOrder of(Slip slip, CaseFile caseFile, Refund refund) {
        return new SlipOrder(
                slip.slipNo(),
                slip.caseNumber(),
                caseFile.bureau(),
                caseFile.taxpayerId(),
                caseFile.taxpayerName(),
                refund.bankName(),
                refund.accountName(),
                refund.accountNo(),
                slip.payout().yuan().toPlainString(),
                slip.offset().yuan().toPlainString(),
                slip.budgetSubject(),
                slip.budgetLevel(),
                slip.treasuryCode(),
                slip.issuedBy(),
                String.valueOf(slip.checkedBy()));
    }
}
