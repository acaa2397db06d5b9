package org.chunfeng.engine;

/** The Chinese texts that rules need: field labels and refusal sentences, from messages/. */
public interface Texts {

    /** The label of a field, with its line number when the name carries one (voucherNo_2). */
    String label(String field);

    /** A sentence of messages/refusals.properties. */
    String refusal(String key, Object... arguments);

    /** A code's Chinese word from messages/codes.properties; the code itself when it has none. */
    String code(String field, String code);
}
