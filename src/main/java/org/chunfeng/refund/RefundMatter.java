package org.chunfeng.refund;

import java.util.Arrays;

/** 退税事项, and what differs between them. */
enum RefundMatter {
    WRONGLY_COLLECTED(true, false),
    SETTLEMENT(false, false),
    EXEMPTION(false, true),
    IMMEDIATE_REFUND(false, true),
    EXPORT(false, false),
    INPUT_CREDIT(false, false),
    NON_TAX(false, true),
    IIT_SETTLEMENT(false, false);

    private final boolean bearsInterest;
    private final boolean needsPolicyBasis;

    RefundMatter(boolean bearsInterest, boolean needsPolicyBasis) {
        this.bearsInterest = bearsInterest;
        this.needsPolicyBasis = needsPolicyBasis;
    }

    static String[] codes() {
        return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
    }

    /** 征管法 §51 and its regulation §78: interest for what was collected wrongly, none for settlement, export, exemption. */
    boolean bearsInterest() {
        return bearsInterest;
    }

    boolean needsPolicyBasis() {
        return needsPolicyBasis;
    }

    /** 税款缴库退库工作规程 §22: arrears are set off first, except against export refunds. */
    boolean allowsOffset() {
        return this != EXPORT;
    }
}
