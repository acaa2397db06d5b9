package org.chunfeng.refund;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks routeReturn.dmn who has to mend what the treasury sent back (RF-8). */
@Component
class ReturnRoutes {

    private final DecisionService decisions;

    ReturnRoutes(DecisionService decisions) {
        this.decisions = decisions;
    }

    Route of(String returnReason) {
        String route = decisions
                .evaluateDecisionTableByKey("routeReturn", Map.of("reason", returnReason))
                .getSingleEntry();
        return Route.valueOf(route);
    }
}
