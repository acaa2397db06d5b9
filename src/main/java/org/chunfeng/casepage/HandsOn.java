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
 * In whose hands a case is; and the release of a task whose holder cannot work on it, by the leader on duty of the
 * holder's bureau: a county's leader takes nothing from the prefecture's people.
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
        return open.stream()
                .map(task -> new Hands(
                        task.taskId(),
                        wordings.code("step", task.step()),
                        wordings.code("group", task.group()),
                        names.getOrDefault(task.holder(), task.holder()),
                        task.isReleasable() && leads(file, task)))
                .toList();
    }

    @Transactional
    public void release(CaseFile file, String taskId, String reason) {
        insist(actors.current().isIn(LEADER));
        Open task = tasks.find(file.caseNumber(), taskId)
                .filter(Open::isReleasable)
                .orElseThrow(() -> Refused.of(409, wordings.text("refusal.nothingToRelease")));
        insist(leads(file, task));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refused.of(400, wordings.text("refusal.releaseReason", LONGEST_REASON));
        }
        tasks.release(task);
        String detail = wordings.text("case.releasedFrom", people.nameOf(task.holder()), reason.strip());
        events.record(file.caseNumber(), actors.current().userId(), task.step(), "RELEASED", detail);
        int times = events.of(file.caseNumber()).size();
        notices.handOver(file, task.step(), task.group(), "released-%s-%d".formatted(taskId, times));
    }

    private void insist(boolean may) {
        if (!may) {
            throw Refused.of(403, wordings.text("refusal.releaseByLeaderOnly"));
        }
    }

    /** Of whoever has left, the county of the case and the prefecture may take it. */
    private boolean leads(CaseFile file, Open task) {
        Actor actor = actors.current();
        String bureau = tasks.bureauOf(task.holder());
        return actor.isIn(LEADER)
                && (bureau.isEmpty()
                        ? actor.reaches(file.bureau())
                        : actor.bureau().equals(bureau));
    }
}
