package org.chunfeng.supervision;

import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.SystemEntrance;
import org.springframework.stereotype.Component;

/** Every entrance of the supervision process. */
@Component
class SupervisionEntrances implements ProcessRules {

    @Override
    public String process() {
        return SupervisionProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return List.of(
                new SystemEntrance(SupervisionProcess.DUE),
                new Step(
                        "followUp",
                        List.of(text("supervisionOutcome"), text("finding")),
                        List.of(
                                required("supervisionOutcome", "finding"),
                                oneOf("supervisionOutcome", "URGED", "RECTIFIED", "EXPLAINED"))));
    }
}
