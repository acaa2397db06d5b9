package org.chunfeng.overpayment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseBatch;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.deadline.ClockBatch;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.EngineWork;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.overpayment.OverpaymentBatch.Numbered;
import org.springframework.stereotype.Component;

/** Opens and starts many cases in one unit of work; the engine writes its rows in batches, we write ours. */
@Component
class BatchStart {

    /** The engine sorts what it is about to write; that takes more than its share where there is much of it. */
    private static final int IN_ONE_GO = 50;

    private final CaseBatch cases;
    private final ClockBatch clocks;
    private final RuntimeService engine;
    private final RepositoryService models;
    private final EngineWork work;
    private final Actors actors;

    BatchStart(
            CaseBatch cases,
            ClockBatch clocks,
            RuntimeService engine,
            RepositoryService models,
            EngineWork work,
            Actors actors) {
        this.cases = cases;
        this.clocks = clocks;
        this.engine = engine;
        this.models = models;
        this.work = work;
        this.actors = actors;
    }

    /** Starts cases whose overpayments are registered already; within the caller's transaction. */
    void start(Map<Numbered, NewCase> rows, String loader) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, NewCase> openings = rows.entrySet().stream()
                .collect(Collectors.toMap(row -> row.getKey().caseNumber(), Map.Entry::getValue));
        cases.open(openings, OverpaymentProcess.IMPORTED, "IMPORTED");
        List<DeadlineClock> prepared = clocks.prepare(
                OverpaymentProcess.CLASSIFY,
                rows.entrySet().stream().map(BatchStart::opening).toList());
        Map<String, String> instances = new HashMap<>();
        actors.asSystem(() -> startAll(List.copyOf(openings.entrySet()), instances));
        clocks.write(prepared, instances, loader);
    }

    private void startAll(List<Map.Entry<String, NewCase>> openings, Map<String, String> instances) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(CaseKind.OVERPAYMENT.process())
                .latestVersion()
                .singleResult()
                .getId();
        for (int from = 0; from < openings.size(); from += IN_ONE_GO) {
            var some = openings.subList(from, Math.min(openings.size(), from + IN_ONE_GO));
            work.inOneGo(() ->
                    some.forEach(one -> instances.put(one.getKey(), start(model, one.getKey(), one.getValue()))));
        }
    }

    private String start(String model, String caseNumber, NewCase opening) {
        return engine.createMessageCorrelation(OverpaymentProcess.IMPORTED)
                .processDefinitionId(model)
                .processInstanceBusinessKey(caseNumber)
                .setVariable(SubmissionVariable.BUREAU, opening.bureau())
                .correlateStartMessage()
                .getId();
    }

    private static ClockBatch.Opening opening(Map.Entry<Numbered, NewCase> row) {
        NewCase opening = row.getValue();
        return new ClockBatch.Opening(
                row.getKey().caseNumber(),
                opening.bureau(),
                opening.matter(),
                opening.taxpayerClass(),
                row.getKey().found().arisenOn());
    }
}
