package org.chunfeng.deregistration;

import java.util.List;

/**
 * What the decision tables answer.
 *
 * @param ground why: SIMPLIFIED, BRANCH, COMMITMENT, or an exemption (NEVER_HANDLED, NO_INVOICES_NO_DEBTS, BANKRUPTCY);
 *     BARRED or NONE for the general flow
 * @param failing every condition that is not met, of the way that was asked for; empty when it is instant
 * @param tableVersion tells one wording of the tables from another
 */
record Assessment(Track track, String ground, List<Condition> failing, String tableVersion) {

    /** At once, or the general flow with its limit. */
    enum Track {
        INSTANT,
        GENERAL
    }

    boolean isInstant() {
        return track == Track.INSTANT;
    }

    /** The simplified way is checked on the registrar's side, and who never handled tax matters comes with his licence alone. */
    boolean needsPapers() {
        return !ground.equals("SIMPLIFIED") && !ground.equals("NEVER_HANDLED");
    }
}
