package org.chunfeng.engine;

import java.util.Collection;
import java.util.stream.Collectors;

/** Why one field, or the whole submission when the field is empty, was not accepted; label and message are Chinese. */
public record Refusal(String field, String label, String message) {

    /** Several sentences as one. */
    public static String joined(Collection<String> sentences) {
        return sentences.stream()
                .distinct()
                .map(sentence -> sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence)
                .collect(Collectors.joining("；", "", "。"));
    }
}
