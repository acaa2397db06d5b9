package org.chunfeng.deregistration;

/**
 * A condition that is not met, or of which that is not known.
 *
 * @param code C1 to C10 of plan measure 35; B, S and N for barriers, the simplified and the national way
 * @param remedy what the taxpayer or the clerk can do about it
 */
record Condition(String code, String sentence, String remedy) {

    /** As a notice says it. */
    String line() {
        return "%s %s（%s）".formatted(code, sentence, remedy);
    }
}
