package org.chunfeng.casefile;

import java.util.Arrays;

/** The kinds of cases; each has its process and the letter that its case numbers begin with. */
public enum CaseKind {
    REFUND('R', "refund"),
    DEREGISTRATION('D', "deregistration"),
    OVERPAYMENT('O', "overpayment"),
    AUDIT('A', "audit"),
    OPS_TICKET('T', "opsTicket"),
    SUPERVISION('S', "supervision");

    private final char letter;
    private final String process;

    CaseKind(char letter, String process) {
        this.letter = letter;
        this.process = process;
    }

    public char letter() {
        return letter;
    }

    public String process() {
        return process;
    }

    /** Whether it is about what a taxpayer asked for or overpaid; the others are a bureau's work on itself. */
    public boolean isOfTaxpayers() {
        return this == REFUND || this == DEREGISTRATION || this == OVERPAYMENT;
    }

    public static CaseKind of(String caseNumber) {
        return Arrays.stream(values())
                .filter(kind -> !caseNumber.isEmpty() && caseNumber.charAt(0) == kind.letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of case begins like " + caseNumber));
    }
}
