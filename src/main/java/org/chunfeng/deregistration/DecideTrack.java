package org.chunfeng.deregistration;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Decides how the case is handled: at once, on commitment, or by the general flow (plan measures 33 to 35). */
@Component
class DecideTrack implements JavaDelegate {

    private final Triage triage;
    private final ItemSurvey survey;
    private final OpenItems items;
    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final WatchNotes watch;
    private final OverpaidTax overpaidTax;
    private final CaseFiles cases;
    private final CaseEvents events;

    DecideTrack(
            Triage triage,
            ItemSurvey survey,
            OpenItems items,
            Deregistrations deregistrations,
            Evidences evidences,
            WatchNotes watch,
            OverpaidTax overpaidTax,
            CaseFiles cases,
            CaseEvents events) {
        this.triage = triage;
        this.survey = survey;
        this.items = items;
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.watch = watch;
        this.overpaidTax = overpaidTax;
        this.cases = cases;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        String by = SubmissionVariable.in(step).actor().userId();
        Assessment assessment = triage.assess(caseNumber, by);
        survey.facts(caseNumber, by);
        if (assessment.needsPapers()) {
            survey.papers(caseNumber, by);
        }
        reportOverpaidTax(caseNumber);
        String track = track(caseNumber, assessment, by);
        String failing = assessment.failing().stream().map(Condition::line).collect(Collectors.joining("\n"));
        events.record(caseNumber, by, "decideTrack", track.toUpperCase(java.util.Locale.ROOT), failing);
        DeregistrationProcess.TRACK.set(step, track);
    }

    private String track(String caseNumber, Assessment assessment, String by) {
        if (!assessment.isInstant()) {
            return "general";
        }
        Deregistration known = deregistrations.get(caseNumber);
        List<String> papers = openPapers(caseNumber);
        if (!known.generalWanted() && papers.isEmpty()) {
            return "instant";
        }
        if (!known.generalWanted() && known.commitment() != null) {
            items.promise(caseNumber, papers, by);
            return "onCommitment";
        }
        watch.note(caseNumber, known.generalReason(), by);
        return "general";
    }

    private List<String> openPapers(String caseNumber) {
        return items.open(caseNumber).stream()
                .map(OpenItem::code)
                .filter(OpenItem::mayBePromised)
                .toList();
    }

    private void reportOverpaidTax(String caseNumber) {
        evidences.of(caseNumber).stream()
                .filter(known -> known.code() == FactCode.OVERPAID && known.answer() == Answer.TRUE)
                .forEach(known ->
                        overpaidTax.found(cases.get(caseNumber), java.util.Objects.requireNonNull(known.amount())));
    }
}
