package org.chunfeng.deregistration;

import java.util.List;
import java.util.Set;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.chunfeng.deadline.DeadlineTable;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Tells before an application is sent how it would be handled, and why not at once. */
@Component
class Preview {

    private final TrackTables tables;
    private final DeadlineTable deadlines;
    private final Materials materials;
    private final Texts texts;

    Preview(TrackTables tables, DeadlineTable deadlines, Materials materials, Texts texts) {
        this.tables = tables;
        this.deadlines = deadlines;
        this.materials = materials;
        this.texts = texts;
    }

    /**
     * The answer of the tables for people.
     *
     * @param track INSTANT, ON_COMMITMENT, or the working days of the general flow: 10 or 5
     * @param qualified whether the tables themselves say INSTANT
     * @param afterZeroDeclarations whether all that is true only once the zero periods were confirmed
     */
    record Answered(
            String track,
            String trackText,
            String ground,
            String groundText,
            boolean qualified,
            boolean afterZeroDeclarations,
            List<Condition> failing,
            List<String> missingPapers,
            String tableVersion) {}

    Answered of(Submission application) {
        boolean abnormal = ApplicationForm.isAbnormal(application);
        Assessment assessment = assess(application);
        List<String> missing = assessment.needsPapers() ? missingPapers(application) : List.of();
        String track = track(application, assessment, missing);
        return new Answered(
                track,
                texts.code("track", track),
                assessment.ground(),
                texts.code("ground", assessment.ground()),
                assessment.isInstant(),
                abnormal,
                assessment.failing(),
                missing,
                assessment.tableVersion());
    }

    /** DR-9: whoever qualifies is handled at once; anything else needs a reason, and goes on the watch list. */
    void instantIsNotPutOffSilently(Submission application, Refusals refusals) {
        if (application.flag("generalFlowWanted")) {
            Rule.required("generalFlowReason").check(application, refusals);
            return;
        }
        if (application.has("generalFlowReason") || application.flag("commitmentSigned")) {
            return;
        }
        Assessment assessment = assess(application);
        if (assessment.isInstant()
                && assessment.needsPapers()
                && !missingPapers(application).isEmpty()) {
            refusals.add(
                    "generalFlowReason", "qualifiesButPapersMissing", String.join("、", missingPapers(application)));
        }
    }

    /** A non-normal taxpayer is asked as if the zero periods were confirmed, which happens before acceptance. */
    private Assessment assess(Submission application) {
        Situation situation = ApplicationForm.situation(application);
        boolean abnormal = ApplicationForm.isAbnormal(application);
        return tables.decide(abnormal ? situation.with(FactCode.ABNORMAL, Answer.FALSE) : situation);
    }

    private String track(Submission application, Assessment assessment, List<String> missing) {
        boolean wanted = application.flag("generalFlowWanted");
        if (assessment.isInstant() && !wanted && missing.isEmpty()) {
            return "INSTANT";
        }
        if (assessment.isInstant() && !wanted && application.flag("commitmentSigned")) {
            return "ON_COMMITMENT";
        }
        String taxpayerClass = application.has("taxpayerClass") ? application.text("taxpayerClass") : "OTHER";
        return String.valueOf(deadlines
                .rule(DeregistrationProcess.CLOCK, application.text("matter"), taxpayerClass, application.today())
                .budget()
                .amount());
    }

    private List<String> missingPapers(Submission application) {
        Set<String> present = Set.copyOf(application.codes("materialsPresent"));
        return materials.rules(CaseKind.DEREGISTRATION, application.text("matter")).stream()
                .filter(MaterialRule::isRequired)
                .filter(rule -> !present.contains(rule.code()))
                .map(MaterialRule::name)
                .toList();
    }
}
