package org.chunfeng.refund;

import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;

/** The account that the money goes to. */
final class AccountRules {

    private AccountRules() {}

    static void accountNumberIsPlausible(Submission submission, Refusals refusals) {
        if (submission.has("accountNo") && !submission.text("accountNo").matches("\\d{6,30}")) {
            refusals.add("accountNo", "notAnAccount");
        }
    }

    /** Refunds go to an account of the taxpayer's own name, unless the difference was verified and explained. */
    static void accountIsTheTaxpayers(String taxpayerName, Submission submission, Refusals refusals) {
        if (taxpayerName.isEmpty() || !submission.has("accountName")) {
            return;
        }
        boolean same = plain(submission.text("accountName")).equals(plain(taxpayerName));
        if (!same && !submission.flag("accountConfirmed")) {
            refusals.add("accountName", "accountNameDiffers");
        }
        if (!same && submission.flag("accountConfirmed") && !submission.has("accountConfirmReason")) {
            refusals.add("accountConfirmReason", "required");
        }
    }

    /** Full-width brackets and blanks make no other name. */
    private static String plain(String name) {
        return name.replace('（', '(').replace('）', ')').replaceAll("[\\s\\u3000]", "");
    }
}
