package org.chunfeng.deregistration;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** Every entrance of the deregistration process. */
@Component
class DeregistrationEntrances implements ProcessRules {

    private final List<StepRules> steps;

    DeregistrationEntrances(ApplicationSteps application, HandlingSteps handling) {
        steps = Stream.of(application.steps(), handling.steps(), DeskSteps.steps())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String process() {
        return DeregistrationProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return steps;
    }
}
