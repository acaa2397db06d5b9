package org.chunfeng.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case belongs to the bureau of whoever starts it; one that the system starts names its bureau; a called one inherits. */
@Component
class BureauOfCase implements TenantIdProvider {

    private final Actors actors;

    BureauOfCase(Actors actors) {
        this.actors = actors;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        Actor actor = actors.current();
        if (!actor.isSystem()) {
            return actor.bureau();
        }
        Object named = context.getVariables().get(SubmissionVariable.BUREAU);
        return named == null ? actor.bureau() : named.toString();
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
