package org.chunfeng.engine;

import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Asks the entry guard before what only our own code may do: a message that goes to all cases at once would withdraw a
 * whole county, and a case that begins in the middle would work on the number of any other.
 */
class CommandGuard extends CommandInterceptor {

    private final ObjectProvider<EntryGuard> guard;

    CommandGuard(ObjectProvider<EntryGuard> guard) {
        this.guard = guard;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CorrelateAllMessageCmd) {
            guard.getObject().ourselvesOnly("toOneCaseOnly");
        }
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            guard.getObject().ourselvesOnly("noSuchEntrance");
        }
        return next.execute(command);
    }
}
