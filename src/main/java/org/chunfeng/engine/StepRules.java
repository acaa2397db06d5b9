package org.chunfeng.engine;

import java.util.List;

/**
 * What one entrance of a process accepts: a start event, a user task or a message. The entry guard applies it at every
 * door (Tasklist, engine REST, our API), and the forms ask it while somebody types.
 */
public interface StepRules {

    /** The id of the start event, user task or message in the model. */
    String step();

    /** Every field that may be sent; anything else is refused. */
    List<Field> fields();

    /** Adds a refusal for each broken rule; kinds of values (amount, date) were checked before. */
    void check(Submission submission, Refusals refusals);

    /** True where only the system itself may come in, never a person at a door. */
    default boolean internal() {
        return false;
    }

    /** Remarks that do not block, such as a proposal or a warning, under the field they concern. */
    default void hint(Submission submission, Refusals hints) {}
}
