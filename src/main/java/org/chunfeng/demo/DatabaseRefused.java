package org.chunfeng.demo;

/** The embedded database cannot be had, or not safely; the message is the one sentence to show. */
final class DatabaseRefused extends IllegalStateException {

    DatabaseRefused(String sentence) {
        super(sentence);
    }

    DatabaseRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
