package org.chunfeng.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets many calls of the engine share one unit of work: what was read is not read again, and writes go out in one batch. */
@Component
public class EngineWork {

    private final ProcessEngine engine;

    EngineWork(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Does the work in the current transaction, as part of the engine's unit of work if there is one already. */
    public void inOneGo(Runnable work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
