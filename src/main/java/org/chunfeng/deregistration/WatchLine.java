package org.chunfeng.deregistration;

import java.util.List;

/**
 * One line of the watch list.
 *
 * @param state OPEN, AT_RISK, OVERDUE or SUSPENDED; STOPPED when its clock runs no more
 * @param days working days left, or exceeded when it is overdue; empty when its clock runs no more
 * @param suspendedDays working days on which it stood still so far; empty when none
 * @param causes why it may be referred to audit: OVERDUE, QUALIFIED, SUSPENDED
 * @param fallsDifferently whether the tables in force now would put it on another track than those that decided it
 */
record WatchLine(
        WatchRow row,
        String bureauName,
        String taxpayerClass,
        String state,
        String days,
        String suspendedDays,
        List<String> causes,
        boolean fallsDifferently) {

    /** A breach that has its audit case already is referred there. */
    public boolean isReferable() {
        return !causes.isEmpty() && row.referredAt() == null && row.auditCase() == null;
    }
}
