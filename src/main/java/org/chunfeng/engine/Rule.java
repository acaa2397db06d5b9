package org.chunfeng.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One named rule: adds a refusal when a submission breaks it. */
@FunctionalInterface
public interface Rule {
    void check(Submission submission, Refusals refusals);

    /** The field must be filled in. */
    static Rule required(String... fields) {
        return (submission, refusals) -> {
            for (String field : fields) {
                if (!submission.has(field)) {
                    refusals.add(field, "required");
                }
            }
        };
    }

    /** The field, when filled in, must be one of these codes. */
    static Rule oneOf(String field, String... codes) {
        return (submission, refusals) -> {
            if (submission.has(field) && !List.of(codes).contains(submission.text(field))) {
                refusals.add(field, "unknownCode", submission.text(field));
            }
        };
    }

    /** The field must be filled in when another one has that value. */
    static Rule requiredWhen(String other, String value, String... fields) {
        return (submission, refusals) -> {
            if (submission.text(other).equals(value)) {
                required(fields).check(submission, refusals);
            }
        };
    }

    /** The fields hold no more than so many characters. */
    static Rule atMost(int most, String... fields) {
        return (submission, refusals) -> {
            for (String field : fields) {
                if (submission.text(field).length() > most) {
                    refusals.add(field, "tooLong", most);
                }
            }
        };
    }

    /** The sender's own number never opens a second case; another bureau is not told which case it opened. */
    static Rule requestIsNew(Function<String, Optional<String>> caseOfRequest, UnaryOperator<String> bureauOfCase) {
        return (submission, refusals) -> {
            if (!submission.has("requestId")) {
                return;
            }
            caseOfRequest.apply(submission.text("requestId")).ifPresent(earlier -> {
                boolean told = submission.actor().reaches(bureauOfCase.apply(earlier));
                refusals.add("requestId", told ? "alreadyFiled" : "requestTaken", earlier);
            });
        };
    }

    /** The system, or somebody of one of these departments who reaches the bureau that the case belongs to. */
    static Rule senderIsOf(UnaryOperator<String> bureauOfCase, String... departments) {
        return (submission, refusals) -> {
            Actor sender = submission.actor();
            if (sender.isSystem()) {
                return;
            }
            boolean ofThem = Stream.of(departments).anyMatch(sender::isIn);
            if (!ofThem || !sender.reaches(bureauOfCase.apply(submission.caseNumber()))) {
                refusals.add("", "notYours");
            }
        };
    }
}
