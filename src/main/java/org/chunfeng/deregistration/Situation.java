package org.chunfeng.deregistration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the decision tables ask of an application.
 *
 * @param reason code of the reason for deregistration
 * @param creditLevel 纳税信用等级; empty when there is none
 * @param announced whether the number of a 简易注销公告 was given
 */
record Situation(String reason, String creditLevel, boolean announced, Map<FactCode, Answer> facts) {

    private static final List<FactCode> ABOUT_A_HEAD_OFFICE =
            List.of(FactCode.HQ_PAYS_VAT, FactCode.HQ_PAYS_CIT, FactCode.LOCAL_VAT, FactCode.LOCAL_CIT);

    Answer answer(FactCode code) {
        return facts.getOrDefault(code, Answer.UNKNOWN);
    }

    /** Whether anything is owed: one amount is enough for yes, all must be known for no. */
    Answer debts() {
        List<Answer> answers = FactCode.DEBTS.stream().map(this::answer).toList();
        if (answers.contains(Answer.TRUE)) {
            return Answer.TRUE;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.FALSE;
    }

    /** Whether the applicant asks as a branch: it is one, may be one, or gave what only matters for one. */
    boolean asksAsBranch() {
        return answer(FactCode.BRANCH) != Answer.FALSE
                || ABOUT_A_HEAD_OFFICE.stream().anyMatch(code -> answer(code) != Answer.UNKNOWN);
    }

    /** The same situation with another answer to one question. */
    Situation with(FactCode code, Answer answer) {
        Map<FactCode, Answer> changed = new HashMap<>(facts);
        changed.put(code, answer);
        return new Situation(reason, creditLevel, announced, changed);
    }

    /** The variables under which the tables know all this. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        for (FactCode code : FactCode.values()) {
            variables.put(code.field(), answer(code).name());
        }
        variables.put("reason", reason);
        variables.put("creditLevel", creditLevel);
        variables.put("announced", Answer.of(announced).name());
        variables.put("debts", debts().name());
        variables.put("overpaid", answer(FactCode.OVERPAID).name());
        return variables;
    }
}
