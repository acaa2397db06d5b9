package org.chunfeng.deregistration;

/**
 * Something that has to be settled before the clearance (未结事项).
 *
 * @param code what kind of thing; for a paper of the checklist its code after "PAPER."
 * @param name as the taxpayer reads it
 */
record OpenItem(String code, String name, State state) {

    static final String PAPER = "PAPER.";

    /** Where it stands. */
    enum State {
        OPEN,
        SETTLED,
        /** The taxpayer signed that he will bring it. */
        PROMISED
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Only papers can be brought later; debts, invoices and devices are settled before (税总发〔2018〕149号). */
    static boolean mayBePromised(String code) {
        return code.startsWith(PAPER);
    }
}
