package org.chunfeng.casepage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Colleagues;
import org.chunfeng.engine.OpenTasks;
import org.chunfeng.engine.OpenTasks.Open;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Refused;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In whose hands a case is; and how the leader on duty of the holder's bureau takes a task from whoever cannot work on it:
 * a county's leader takes nothing from the prefecture's people. It goes to a colleague who may do it, or back to the
 * department; who then takes it is bound by the same four-eyes rules.
 */
@Component
class HandsOn {

    private static final String LEADER = "leaderOnDuty";
    private static final int LONGEST_REASON = 2000;

    private final CaseFiles cases;
    private final OpenTasks tasks;
    private final Colleagues colleagues;
    private final People people;
    private final Actors actors;
    private final CaseEvents events;
    private final Notices notices;
    private final Wordings wordings;

    HandsOn(
            CaseFiles cases,
            OpenTasks tasks,
            Colleagues colleagues,
            People people,
            Actors actors,
            CaseEvents events,
            Notices notices,
            Wordings wordings) {
        this.cases = cases;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.people = people;
        this.actors = actors;
        this.events = events;
        this.notices = notices;
        this.wordings = wordings;
    }

    /**
     * One open task as people read it.
     *
     * @param holds the account of whoever holds it, and holder the name; both empty while nobody does
     * @param colleagues the names, by account, of those it may go to; none where the reader may not decide that
     */
    public record Hands(
            String taskId,
            String step,
            String department,
            String holds,
            String holder,
            boolean releasable,
            Map<String, String> colleagues) {}

    List<Hands> of(CaseFile file) {
        return tasks.of(file.caseNumber()).stream()
                .map(task -> hands(file, task))
                .toList();
    }

    private Hands hands(CaseFile file, Open task) {
        boolean releasable = task.isReleasable() && leads(file, task);
        return new Hands(
                task.taskId(),
                wordings.code("step", task.step()),
                wordings.code("group", task.group()),
                task.holder(),
                task.holder().isEmpty() ? "" : people.nameOf(task.holder()),
                releasable,
                releasable ? named(whoMay(file, task)) : Map.of());
    }

    private Map<String, String> named(List<String> accounts) {
        Map<String, String> names = people.namesOf(accounts);
        return accounts.stream()
                .collect(Collectors.toMap(
                        one -> one, one -> names.getOrDefault(one, one), (one, same) -> one, TreeMap::new));
    }

    /**
     * What a leader decided about a task.
     *
     * @param from who held it on the page that was read; empty where that was not said
     * @param to the colleague who goes on with it; empty for whoever of the department takes it
     */
    public record Decision(String from, String to, String reason) {}

    /** Clicked twice it is done once; on a page that has grown old it is taken from nobody else. */
    @Transactional
    public void release(CaseFile file, String taskId, Decision decision) {
        String to = decision.to();
        String reason = decision.reason();
        insist(actors.current().isIn(LEADER));
        cases.inTurn(file.caseNumber());
        Open task = tasks.find(file.caseNumber(), taskId)
                .filter(Open::isReleasable)
                .orElseThrow(() -> Refused.of(409, wordings.text("refusal.nothingToRelease")));
        insist(leads(file, task));
        if (task.holder().equals(to)) {
            return;
        }
        if (!decision.from().isEmpty() && !decision.from().equals(task.holder())) {
            throw Refused.of(409, wordings.text("refusal.releaseOtherHolder", people.nameOf(task.holder())));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refused.of(400, wordings.text("refusal.releaseReason", LONGEST_REASON));
        }
        if (!to.isEmpty() && !whoMay(file, task).contains(to)) {
            throw Refused.of(400, wordings.text("refusal.releaseToWhoMay"));
        }
        tasks.give(task, to.isEmpty() ? null : to);
        tell(file, task, to, record(file, task, to, reason.strip()));
    }

    private String record(CaseFile file, Open task, String to, String reason) {
        String from = people.nameOf(task.holder());
        String detail = to.isEmpty()
                ? wordings.text("case.releasedFrom", from, reason)
                : wordings.text("case.handedOn", from, people.nameOf(to), reason);
        String action = to.isEmpty() ? "RELEASED" : "HANDED_ON";
        events.record(file.caseNumber(), actors.current().userId(), task.step(), action, detail);
        return detail;
    }

    private void tell(CaseFile file, Open task, String to, String detail) {
        int times = events.of(file.caseNumber()).size();
        String occasion = "released-%s-%d".formatted(task.taskId(), times);
        if (to.isEmpty()) {
            notices.handOver(file, task.step(), task.group(), occasion);
            return;
        }
        var colleague = Recipient.account(to, bureau(file, task));
        notices.tell(Notice.about(file, NoticeKind.HAND_OVER, task.step(), colleague)
                .occasion(occasion)
                .saying(detail));
    }

    private List<String> whoMay(CaseFile file, Open task) {
        return colleagues.whoMay(task, file.caseNumber(), bureau(file, task));
    }

    private String bureau(CaseFile file, Open task) {
        String bureau = tasks.bureauOf(task.holder());
        return bureau.isEmpty() ? file.bureau() : bureau;
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
