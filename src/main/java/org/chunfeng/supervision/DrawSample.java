package org.chunfeng.supervision;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Draws the list of a run and keeps it; a run that was missed is noted as such. */
@Component
class DrawSample implements JavaDelegate {

    private final SupervisionRuns runs;
    private final Draws draws;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Texts texts;

    DrawSample(SupervisionRuns runs, Draws draws, CaseFiles cases, CaseEvents events, Texts texts) {
        this.runs = runs;
        this.draws = draws;
        this.cases = cases;
        this.events = events;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution step) {
        SupervisionRun run = runs.get(step.getProcessBusinessKey());
        List<SupervisionItem> found = draws.found(run);
        List<SupervisionItem> drawn = Lot.drawn(run, found);
        runs.keep(run, found.size(), drawn);
        cases.accept(run.caseNumber());
        String action = run.missed() ? "DRAWN_LATE" : "DRAWN";
        String detail = Wording.drawn(found.size(), drawn.size(), texts);
        events.record(run.caseNumber(), Actors.SYSTEM, "drawSample", action, detail);
        SupervisionProcess.FOUND.set(step, !drawn.isEmpty());
    }
}
