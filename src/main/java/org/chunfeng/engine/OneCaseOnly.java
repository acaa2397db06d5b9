package org.chunfeng.engine;

import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/** Asks the entry guard before a message goes to all cases at once: one slip would withdraw a whole county. */
class OneCaseOnly extends CommandInterceptor {

    private final ObjectProvider<EntryGuard> guard;

    OneCaseOnly(ObjectProvider<EntryGuard> guard) {
        this.guard = guard;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CorrelateAllMessageCmd) {
            guard.getObject().sendToAll();
        }
        return next.execute(command);
    }
}
