package org.chunfeng.engine;

/** Why one field, or the whole submission when the field is empty, was not accepted; label and message are Chinese. */
public record Refusal(String field, String label, String message) {}
