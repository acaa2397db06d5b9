package org.chunfeng.refund;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** Every entrance of the refund process. */
@Component
class RefundEntrances implements ProcessRules {

    private final List<StepRules> steps;

    RefundEntrances(IntakeSteps intake, ReviewSteps review, AccountingSteps accounting, SideSteps sides) {
        steps = Stream.of(intake.steps(), review.steps(), accounting.steps(), sides.steps())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String process() {
        return RefundProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return steps;
    }
}
