package org.chunfeng.engine;

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
            if (submission.has(field) && !java.util.List.of(codes).contains(submission.text(field))) {
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
}
