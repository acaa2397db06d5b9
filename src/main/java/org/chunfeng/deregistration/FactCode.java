package org.chunfeng.deregistration;

import java.util.Arrays;
import java.util.List;

/** The questions that decide how a deregistration is handled; each is also a field of the forms. */
enum FactCode {
    BRANCH("branch"),
    UNDER_INSPECTION("underInspection"),
    TAX_OWED("taxOwedAmount"),
    LATE_FEE("lateFeeAmount"),
    FINE("fineAmount"),
    OVERPAID("overpaidAmount"),
    INVOICES_CLEARED("invoicesCleared"),
    SPECIAL_INVOICES_CLEARED("specialInvoicesCleared"),
    DEVICE_CLEARED("deviceCleared"),
    HQ_PAYS_VAT("hqPaysVat"),
    HQ_PAYS_CIT("hqPaysCit"),
    LOCAL_VAT("localVat"),
    LOCAL_CIT("localCit"),
    NEVER_HANDLED("neverHandled"),
    INVOICES_DRAWN("invoicesDrawn"),
    LISTED_COMPANY("listedCompany"),
    BLACKLISTED("blacklisted"),
    RELOCATING("relocating"),
    ABNORMAL("abnormal"),
    PARENT_RATED_A("parentRatedA"),
    TALENT_FOUNDER("talentFounder"),
    FIXED_QUOTA("fixedQuota"),
    BELOW_THRESHOLD("belowThreshold"),
    BANKRUPTCY_RULING("bankruptcyRuling"),
    RISK_FLAG("riskFlag");

    /** 欠税、滞纳金、罚款. */
    static final List<FactCode> DEBTS = List.of(TAX_OWED, LATE_FEE, FINE);

    /** What a reviewer may establish anew. */
    static final List<FactCode> REVIEWED = List.of(
            UNDER_INSPECTION,
            RISK_FLAG,
            ABNORMAL,
            TAX_OWED,
            LATE_FEE,
            FINE,
            OVERPAID,
            INVOICES_CLEARED,
            DEVICE_CLEARED);

    private final String field;

    FactCode(String field) {
        this.field = field;
    }

    /** The name of its form field, under which it is also kept; its source is sent in a field with "Source" behind. */
    String field() {
        return field;
    }

    String sourceField() {
        return field + "Source";
    }

    /** Amounts answer the question whether there is anything; an empty one is not known. */
    boolean isAmount() {
        return field.endsWith("Amount");
    }

    static FactCode of(String field) {
        return Arrays.stream(values())
                .filter(code -> code.field.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fact " + field));
    }
}
