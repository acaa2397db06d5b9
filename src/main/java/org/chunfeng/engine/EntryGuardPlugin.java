package org.chunfeng.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Builds the entry guard into every model as it is read. Built-in listeners run even when a caller asks the engine to skip
 * listeners.
 */
@Component
class EntryGuardPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<EntryGuard> guard;
    private final ObjectProvider<Claims> claims;
    private final BureauOfCase bureaus;

    EntryGuardPlugin(ObjectProvider<EntryGuard> guard, ObjectProvider<Claims> claims, BureauOfCase bureaus) {
        this.guard = guard;
        this.claims = claims;
        this.bureaus = bureaus;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<BpmnParseListener>());
        }
        configuration.getCustomPreBPMNParseListeners().add(new Builder());
        if (configuration.getCustomPreCommandInterceptorsTxRequired() == null) {
            configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<CommandInterceptor>());
        }
        configuration.getCustomPreCommandInterceptorsTxRequired().add(new CommandGuard(guard));
        configuration.setTenantIdProvider(bureaus);
    }

    private class Builder extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            ExecutionListener listener = execution -> {
                boolean calledByAnotherProcess = execution.getSuperExecution() != null;
                if (!calledByAnotherProcess) {
                    guard.getObject().enter(execution, process.getKey(), execution.getCurrentActivityId());
                }
            };
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, listener);
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            boolean inProcess = scope instanceof ProcessDefinitionEntity;
            if (!inProcess && element.element("messageEventDefinition") != null) {
                event.addBuiltInListener(ExecutionListener.EVENTNAME_START, received(event));
            }
        }

        @Override
        public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl task) {
            ExecutionListener listener = received(task);
            ExecutionListener unlessCanceled = execution -> {
                if (!execution.isCanceled()) {
                    listener.notify(execution);
                }
            };
            task.addBuiltInListener(ExecutionListener.EVENTNAME_END, unlessCanceled);
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
            TaskListener listener = completed ->
                    guard.getObject().complete(completed, processOf(task).getKey());
            TaskDefinition definition = ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition();
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned -> {
                guard.getObject().assign(assigned);
                claims.getObject().assigned(assigned);
            });
        }

        private ExecutionListener received(ActivityImpl activity) {
            return execution ->
                    guard.getObject().enter(execution, processOf(activity).getKey(), activity.getId());
        }

        private ProcessDefinitionEntity processOf(ActivityImpl activity) {
            return (ProcessDefinitionEntity) activity.getProcessDefinition();
        }
    }
}
