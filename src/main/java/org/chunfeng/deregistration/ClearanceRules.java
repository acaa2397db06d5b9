package org.chunfeng.deregistration;

import static org.chunfeng.engine.Rule.required;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What a reviewer may propose, and who may decide. */
@Component
class ClearanceRules {

    /** Regulation §16: settled taxes, handed-in invoices; nobody leaves who is inspected or at risk. */
    private static final Map<FactCode, Answer> NEEDED = new EnumMap<>(Map.of(
            FactCode.UNDER_INSPECTION, Answer.FALSE,
            FactCode.RISK_FLAG, Answer.FALSE,
            FactCode.ABNORMAL, Answer.FALSE,
            FactCode.TAX_OWED, Answer.FALSE,
            FactCode.LATE_FEE, Answer.FALSE,
            FactCode.FINE, Answer.FALSE,
            FactCode.OVERPAID, Answer.FALSE,
            FactCode.INVOICES_CLEARED, Answer.TRUE,
            FactCode.DEVICE_CLEARED, Answer.TRUE));

    private final Evidences evidences;
    private final OpenItems items;
    private final Deregistrations deregistrations;
    private final CaseEvents events;

    ClearanceRules(Evidences evidences, OpenItems items, Deregistrations deregistrations, CaseEvents events) {
        this.evidences = evidences;
        this.items = items;
        this.deregistrations = deregistrations;
        this.events = events;
    }

    /** Unknown is never yes: a clearance rests on answers that somebody vouches for. */
    void clearanceRestsOnFacts(Submission review, Refusals refusals) {
        if (!review.text("clearanceProposal").equals("PASS")) {
            return;
        }
        Map<FactCode, Answer> known = known(review);
        NEEDED.forEach((code, needed) -> {
            Answer answer = known.getOrDefault(code, Answer.UNKNOWN);
            if (answer == Answer.UNKNOWN) {
                refusals.add(code.field(), "notEstablished");
            } else if (answer != needed) {
                refusals.add(code.field(), "blocksClearance");
            }
        });
        String open = items.open(review.caseNumber()).stream()
                .filter(item -> !isAnsweredNow(item, review))
                .map(OpenItem::name)
                .collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            refusals.add("clearanceProposal", "itemsStillOpen", open);
        }
    }

    /** 优化营商环境条例 §36: one notice names everything; another one needs a leader, who needs a reason. */
    void returnNamesItems(Submission review, Refusals refusals) {
        if (!review.text("clearanceProposal").equals("OPEN_ITEMS")) {
            return;
        }
        Map<FactCode, Answer> known = known(review);
        boolean found = FactCode.REVIEWED.stream()
                        .anyMatch(
                                code -> ItemSurvey.settled(List.of(code.name())).containsKey(code)
                                        && known.getOrDefault(code, Answer.UNKNOWN) == opposite(NEEDED.get(code)))
                || !items.open(review.caseNumber()).isEmpty()
                || review.has("otherItem");
        if (!found) {
            refusals.add("otherItem", "nameTheItems");
        }
        if (deregistrations.get(review.caseNumber()).itemNotices() > 0) {
            required("secondRequestReason").check(review, refusals);
        }
    }

    void promiseIsNotOverdue(Submission issuing, Refusals refusals) {
        var commitment = deregistrations.get(issuing.caseNumber()).commitment();
        boolean promised = !items.promised(issuing.caseNumber()).isEmpty();
        if (promised && commitment != null && !commitment.dueOn().isAfter(issuing.today())) {
            refusals.add("", "promiseIsOverdue", commitment.dueOn());
        }
    }

    /** Refuses whoever took that step of the case last. */
    Rule otherThan(String step) {
        return (submission, refusals) -> events.lastActor(submission.caseNumber(), step)
                .filter(submission.actor().userId()::equals)
                .ifPresent(same -> refusals.add("", "fourEyes." + step));
    }

    private Map<FactCode, Answer> known(Submission review) {
        Map<FactCode, Answer> known = new EnumMap<>(FactCode.class);
        known.putAll(evidences.answers(review.caseNumber()));
        for (FactCode code : FactCode.REVIEWED) {
            Answer now = EvidenceFields.answer(review, code);
            if (now != Answer.UNKNOWN) {
                known.put(code, now);
            }
        }
        return known;
    }

    /** An item that stands for a fact is settled by the reviewer's own answer. */
    private static boolean isAnsweredNow(OpenItem item, Submission review) {
        return ItemSurvey.settled(List.of(item.code())).entrySet().stream()
                .anyMatch(settled -> EvidenceFields.answer(review, settled.getKey()) == settled.getValue());
    }

    private static Answer opposite(Answer answer) {
        return answer == Answer.TRUE ? Answer.FALSE : Answer.TRUE;
    }
}
