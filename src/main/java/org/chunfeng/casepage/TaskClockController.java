package org.chunfeng.casepage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casepage.CasePanel.ClockView;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.engine.CasesAtHand;
import org.chunfeng.engine.CasesAtHand.AtHand;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cards of a task list show beside the name of the task. */
@RestController
class TaskClockController {

    private static final int MOST = 100;

    private final CasesAtHand atHand;
    private final CaseFiles cases;
    private final ClockViews clocks;

    TaskClockController(CasesAtHand atHand, CaseFiles cases, ClockViews clocks) {
        this.atHand = atHand;
        this.cases = cases;
        this.clocks = clocks;
    }

    /**
     * One card.
     *
     * @param label the time that is left or overrun; empty when the task shows no clock
     * @param state OPEN, AT_RISK, DUE_TODAY, OVERDUE or SUSPENDED; NONE when the task shows no clock
     */
    record TaskClock(
            String taskId, String label, String state, String caseNumber, String taxpayer, boolean expedited) {}

    /** For those of these tasks that the engine shows to whoever asks. */
    @GetMapping("/api/tasks/clocks")
    List<TaskClock> of(@RequestParam List<String> ids) {
        return atHand.of(ids.stream().distinct().limit(MOST).toList()).stream()
                .flatMap(task -> cases.find(task.caseNumber()).map(file -> card(task, file)).stream())
                .toList();
    }

    private TaskClock card(AtHand task, CaseFile file) {
        Optional<ClockView> clock = clockOf(task);
        return new TaskClock(
                task.taskId(),
                clock.map(ClockView::label).orElse(""),
                clock.map(ClockView::state).orElse("NONE"),
                file.caseNumber(),
                file.taxpayerName(),
                file.expedited());
    }

    /** A task shows the clock of its own step, or that of the sub-process around it: the one with the same due date. */
    private Optional<ClockView> clockOf(AtHand task) {
        List<ClockView> running = clocks.of(task.caseNumber()).stream()
                .filter(ClockView::isRunning)
                .toList();
        return running.stream()
                .filter(clock -> clock.step().equals(task.step()))
                .findFirst()
                .or(() -> running.stream()
                        .filter(clock -> isDueWith(clock, task))
                        .min(Comparator.comparing(clock -> !clock.kind().equals("INTERNAL"))));
    }

    private static boolean isDueWith(ClockView clock, AtHand task) {
        Instant shown = clock.dueAt() == null ? DeadlineClock.NEVER : clock.dueAt();
        return shown.equals(task.dueAt());
    }
}
