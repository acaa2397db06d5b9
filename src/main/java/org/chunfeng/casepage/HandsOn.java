package org.chunfeng.casepage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.OpenTasks;
import org.chunfeng.engine.OpenTasks.Open;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Refused;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In whose hands a case is; and the release of a task whose holder cannot work on it, by the leader on duty of that bureau.
 * It goes back to the department: who then takes it is bound by the same four-eyes rules.
 */
@Component
class HandsOn {

    private static final String LEADER = "leaderOnDuty";
    private static final int LONGEST_REASON = 2000;

    private final OpenTasks tasks;
    private final People people;
    private final Actors actors;
    private final CaseEvents events;
    private final Notices notices;
    private final Wordings wordings;

    HandsOn(OpenTasks tasks, People people, Actors actors, CaseEvents events, Notices notices, Wordings wordings) {
        this.tasks = tasks;
        this.people = people;
        this.actors = actors;
        this.events = events;
        this.notices = notices;
        this.wordings = wordings;
    }

    /** One open task as people read it. */
    public record Hands(String taskId, String step, String department, String holder, boolean releasable) {}

    List<Hands> of(CaseFile file) {
        List<Open> open = tasks.of(file.caseNumber());
        Map<String, String> names = people.namesOf(
                open.stream().map(Open::holder).filter(one -> !one.isEmpty()).collect(Collectors.toSet()));
        boolean leads = leads(file);
        return open.stream()
                .map(task -> new Hands(
                        task.taskId(),
                        wordings.code("step", task.step()),
                        wordings.code("group", task.group()),
                        names.getOrDefault(task.holder(), task.holder()),
                        leads && task.isReleasable()))
                .toList();
    }

    @Transactional
    public void release(CaseFile file, String taskId, String reason) {
        if (!leads(file)) {
            throw Refused.of(403, wordings.text("refusal.releaseByLeaderOnly"));
        }
        Open task = tasks.find(file.caseNumber(), taskId)
                .filter(Open::isReleasable)
                .orElseThrow(() -> Refused.of(409, wordings.text("refusal.nothingToRelease")));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refused.of(400, wordings.text("refusal.releaseReason", LONGEST_REASON));
        }
        tasks.release(task);
        String detail = wordings.text("case.releasedFrom", people.nameOf(task.holder()), reason.strip());
        events.record(file.caseNumber(), actors.current().userId(), task.step(), "RELEASED", detail);
        notices.handOver(file, task.step(), task.group(), "released-%s-%s".formatted(taskId, task.holder()));
    }

    private boolean leads(CaseFile file) {
        Actor actor = actors.current();
        return actor.isIn(LEADER) && actor.bureau().equals(file.bureau());
    }
}
