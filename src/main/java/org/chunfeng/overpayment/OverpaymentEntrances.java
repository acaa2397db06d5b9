package org.chunfeng.overpayment;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.SystemEntrance;
import org.springframework.stereotype.Component;

/** Every entrance of the overpayment process. */
@Component
class OverpaymentEntrances implements ProcessRules {

    /** No entrance of the model: the rules of one row of a list, asked for by the import. */
    static final String ROW = "overpaymentRow";

    private final List<StepRules> steps;

    OverpaymentEntrances(
            RowRules rows, ReportRules reports, ClassificationSteps classification, SettlementSteps settlement) {
        List<Rule> form = with(rows.rules(), reports::requestIsNew, reports::overpaymentIsNew);
        List<Rule> found = with(rows.rules(), reports::findingCaseExists, reports::overpaymentIsNew);
        steps = Stream.of(
                        List.<StepRules>of(
                                new Step(OverpaymentProcess.REPORTED, RowFields.FORM, form),
                                new Entrance(OverpaymentProcess.FOUND, RowFields.FOUND, found),
                                new SystemEntrance(OverpaymentProcess.IMPORTED),
                                new Step(ROW, RowFields.ROW, rows.rules())),
                        classification.steps(),
                        settlement.steps())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String process() {
        return OverpaymentProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return steps;
    }

    private static List<Rule> with(List<Rule> rules, Rule... more) {
        return Stream.concat(rules.stream(), Stream.of(more)).toList();
    }
}
