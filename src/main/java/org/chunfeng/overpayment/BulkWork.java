package org.chunfeng.overpayment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.CasesAtHand;
import org.chunfeng.engine.CasesAtHand.AtHand;
import org.chunfeng.engine.EngineFailure;
import org.chunfeng.engine.EngineWork;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Completes the same step of many cases with the same words, each in its own transaction and by the same rules as one by
 * one: what one case refuses does not stop the others.
 */
@Component
class BulkWork {

    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);

    private final TaskService tasks;
    private final CasesAtHand atHand;
    private final EngineWork work;
    private final BatchNotices notices;
    private final TransactionOperations transactions;
    private final Actors actors;
    private final People people;
    private final Texts texts;

    BulkWork(
            TaskService tasks,
            CasesAtHand atHand,
            EngineWork work,
            BatchNotices notices,
            TransactionOperations transactions,
            Actors actors,
            People people,
            Texts texts) {
        this.tasks = tasks;
        this.atHand = atHand;
        this.work = work;
        this.notices = notices;
        this.transactions = transactions;
        this.actors = actors;
        this.people = people;
        this.texts = texts;
    }

    /** Answers for each case, in their order, what became of it. */
    List<BulkResult> complete(Set<String> steps, List<String> caseNumbers, Map<String, Object> values)
            throws Exception {
        Set<String> wanted = new LinkedHashSet<>(caseNumbers);
        if (wanted.isEmpty()) {
            throw Refused.of(400, texts.refusal("bulk.nothing", ""));
        }
        if (wanted.size() > MOST) {
            throw Refused.of(400, texts.refusal("bulk.tooMany", "", MOST));
        }
        Map<String, AtHand> open = open(steps, wanted);
        return notices.telling("bulk-" + UUID.randomUUID(), () -> {
            List<BulkResult> results = new ArrayList<>();
            for (String caseNumber : wanted) {
                AtHand task = open.get(caseNumber);
                String trouble = task == null ? texts.refusal("bulk.noTask", "") : complete(task, values);
                notices.caseDone(trouble.isEmpty());
                results.add(new BulkResult(caseNumber, trouble.isEmpty(), trouble));
            }
            return results;
        });
    }

    /** The tasks that this person may see, by case. */
    private Map<String, AtHand> open(Set<String> steps, Set<String> caseNumbers) {
        List<String> ids = tasks
                .createTaskQuery()
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .taskDefinitionKeyIn(steps.toArray(String[]::new))
                .listPage(0, 2 * MOST)
                .stream()
                .map(Task::getId)
                .toList();
        return atHand.of(ids).stream()
                .collect(Collectors.toMap(AtHand::caseNumber, Function.identity(), (first, second) -> first));
    }

    /** Empty where it was done. */
    private String complete(AtHand task, Map<String, Object> values) {
        String userId = actors.current().userId();
        if (!task.assignee().isEmpty() && !task.assignee().equals(userId)) {
            return texts.refusal("bulk.busy", "", people.nameOf(task.assignee()));
        }
        try {
            transactions.executeWithoutResult(status -> work.inOneGo(() -> {
                if (task.assignee().isEmpty()) {
                    tasks.claim(task.taskId(), userId);
                }
                tasks.complete(task.taskId(), values);
            }));
            return "";
        } catch (RuntimeException failure) {
            return reason(task.caseNumber(), failure);
        }
    }

    /** A refusal tells its reason; what nobody foresaw is told as that, and is in the log for those who can mend it. */
    private String reason(String caseNumber, RuntimeException failure) {
        Refused refused = EngineFailure.refusalIn(failure);
        if (refused != null) {
            return Refusal.joined(
                    refused.refusals().stream().map(Refusal::message).toList());
        }
        LOG.error("Case {} failed in a batch", caseNumber, failure);
        return texts.refusal("bulk.failed", "");
    }
}
