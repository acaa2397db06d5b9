package org.chunfeng.deregistration;

import java.util.EnumMap;
import java.util.Map;

/** Situations that qualify; a test changes one answer. */
final class SituationFixture {

    private SituationFixture() {}

    /** A branch that meets all ten conditions, and nothing of the other ways. */
    static Situation aBranch() {
        Map<FactCode, Answer> facts = debtFree();
        facts.put(FactCode.BRANCH, Answer.TRUE);
        facts.put(FactCode.INVOICES_CLEARED, Answer.TRUE);
        facts.put(FactCode.DEVICE_CLEARED, Answer.TRUE);
        facts.put(FactCode.HQ_PAYS_VAT, Answer.TRUE);
        facts.put(FactCode.HQ_PAYS_CIT, Answer.TRUE);
        facts.put(FactCode.LOCAL_VAT, Answer.FALSE);
        facts.put(FactCode.LOCAL_CIT, Answer.FALSE);
        return new Situation("01", "", false, facts);
    }

    /** A firm of credit level A that drew invoices and handed them in. */
    static Situation aFirm() {
        Map<FactCode, Answer> facts = debtFree();
        facts.put(FactCode.BRANCH, Answer.FALSE);
        facts.put(FactCode.INVOICES_DRAWN, Answer.TRUE);
        facts.put(FactCode.SPECIAL_INVOICES_CLEARED, Answer.TRUE);
        facts.put(FactCode.DEVICE_CLEARED, Answer.TRUE);
        return new Situation("01", "A", false, facts);
    }

    /** A firm with an announcement that never drew invoices. */
    static Situation aSimplifiedFirm() {
        Map<FactCode, Answer> facts = debtFree();
        facts.put(FactCode.BRANCH, Answer.FALSE);
        facts.put(FactCode.LISTED_COMPANY, Answer.FALSE);
        facts.put(FactCode.BLACKLISTED, Answer.FALSE);
        facts.put(FactCode.NEVER_HANDLED, Answer.FALSE);
        facts.put(FactCode.INVOICES_DRAWN, Answer.FALSE);
        return new Situation("01", "", true, facts);
    }

    private static Map<FactCode, Answer> debtFree() {
        Map<FactCode, Answer> facts = new EnumMap<>(FactCode.class);
        facts.put(FactCode.UNDER_INSPECTION, Answer.FALSE);
        facts.put(FactCode.TAX_OWED, Answer.FALSE);
        facts.put(FactCode.LATE_FEE, Answer.FALSE);
        facts.put(FactCode.FINE, Answer.FALSE);
        facts.put(FactCode.OVERPAID, Answer.FALSE);
        facts.put(FactCode.RELOCATING, Answer.FALSE);
        facts.put(FactCode.ABNORMAL, Answer.FALSE);
        return facts;
    }
}
