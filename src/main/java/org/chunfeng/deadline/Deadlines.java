package org.chunfeng.deadline;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bean that models call for their clocks, and the face of this module for everybody else. */
@Component
public class Deadlines {

    private final ClockStarter starter;
    private final Clocks clocks;
    private final ClockWrites writes;
    private final Ledger ledger;
    private final Breaches breaches;
    private final SuspensionRows suspensions;
    private final EngineTimers timers;
    private final Actors actors;
    private final Clock time;

    Deadlines(
            ClockStarter starter,
            Clocks clocks,
            ClockWrites writes,
            Ledger ledger,
            Breaches breaches,
            SuspensionRows suspensions,
            EngineTimers timers,
            Actors actors,
            Clock time) {
        this.starter = starter;
        this.clocks = clocks;
        this.writes = writes;
        this.ledger = ledger;
        this.breaches = breaches;
        this.suspensions = suspensions;
        this.timers = timers;
        this.actors = actors;
        this.time = time;
    }

    /** When the step is due; starts its clock unless it runs. */
    public Date dueAt(DelegateExecution execution, String step) {
        return Date.from(clock(execution, step).dueAtOrNever());
    }

    /** When to warn that the step is at risk; starts its clock unless it runs. */
    public Date warnAt(DelegateExecution execution, String step) {
        return Date.from(clock(execution, step).warnAtOrNever());
    }

    private DeadlineClock clock(DelegateExecution execution, String step) {
        return starter.clock(execution.getProcessBusinessKey(), step, execution.getProcessInstanceId());
    }

    /** Stops the clock of the step, however the step was left. */
    public void stop(DelegateExecution execution, String step) {
        stop(execution.getProcessBusinessKey(), step, execution.getProcessInstanceId());
    }

    /** Stops the open clock of the step, if any; records its breach when it is overdue, even if no timer ever ran. */
    @Transactional
    public void stop(String caseNumber, String step) {
        stop(caseNumber, step, null);
    }

    private void stop(String caseNumber, String step, @Nullable String processInstance) {
        Memory.ofTransaction().forget(caseNumber, step);
        String actor = actors.current().userId();
        String handler = actor.equals(Actors.SYSTEM) ? "" : actor;
        writes.stop(caseNumber, step, processInstance, actor, handler, time.instant())
                .filter(Clocks.Found::stale)
                .ifPresent(stopped -> {
                    renewed(List.of(stopped));
                    breaches.record(stopped.clock().id(), handler, actor, time.instant());
                });
    }

    /** The running clocks of a case. */
    @Transactional
    public List<DeadlineClock> openClocks(String caseNumber) {
        return renewed(clocks.openOf(caseNumber));
    }

    /** Clocks reckoned with a calendar that is no longer in force are reckoned anew before anybody relies on them. */
    private List<DeadlineClock> renewed(List<Clocks.Found> found) {
        return starter.renewed(found);
    }

    /** Records the breach of one clock; empty when it was not exceeded, does not escalate, or is on record already. */
    @Transactional
    public Optional<Breach> recordBreach(DeadlineClock clock) {
        return breaches.record(
                clock.id(), timers.handlerOf(clock), actors.current().userId(), time.instant());
    }

    /** Notes that somebody was warned; true for the first caller only. */
    @Transactional
    public boolean warned(long clockId) {
        return writes.warned(clockId, time.instant());
    }

    /** How every clock of the case stands now, stopped ones at their end. */
    public List<Standing> standings(String caseNumber) {
        return ledger.standings(clocks.ofCase(caseNumber));
    }

    /** How these clocks stand now, by clock, however many. */
    public Map<Long, Standing> standings(Collection<Long> clockIds) {
        return ledger.standings(clocks.all(clockIds)).stream()
                .collect(Collectors.toMap(standing -> standing.clock().id(), Function.identity()));
    }

    public DeadlineClock get(long clockId) {
        return find(clockId).orElseThrow(() -> new IllegalArgumentException("There is no clock " + clockId));
    }

    public Optional<DeadlineClock> find(long clockId) {
        return clocks.find(clockId);
    }

    /** How the due date of a clock came about. */
    @Transactional
    public Explanation explanation(long clockId) {
        openClocks(get(clockId).caseNumber());
        DeadlineClock clock = get(clockId);
        Reckoning reckoning = ledger.reckon(clock);
        return new Explanation(
                Standing.at(clock, reckoning, time.instant()),
                reckoning.days(),
                suspensions.ofCases(List.of(clock.caseNumber())).stream()
                        .filter(suspension -> suspension.concerns(clock))
                        .toList(),
                clocks.events(clockId),
                reckoning.missingYears());
    }

    /** Gives a running clock another budget, with the reason; its due time, timers and tasks follow. */
    @Transactional
    public void changeBudget(long clockId, Budget budget, String reason) {
        writes.setBudget(clockId, budget);
        ledger.review(
                List.of(get(clockId)),
                new Change(ClockEvent.Kind.BUDGET_CHANGED, actors.current().userId(), reason));
    }
}
