package org.chunfeng.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sits down as a demo user and works through the same doors as everybody: start, claim, complete, message. */
@Component
@Profile("demo")
class DemoDesk {

    private final IdentityService identities;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final Map<String, Membership> memberships = new ConcurrentHashMap<>();

    DemoDesk(IdentityService identities, RuntimeService engine, TaskService tasks) {
        this.identities = identities;
        this.engine = engine;
        this.tasks = tasks;
    }

    void apply(String user, Map<String, Object> application) {
        apply(user, "refund", application);
    }

    /** Files at the counter and answers the number of the case. */
    String apply(String user, String process, Map<String, Object> application) {
        return as(
                user,
                () -> engine.startProcessInstanceByKey(process, application).getBusinessKey());
    }

    void file(String user, Map<String, Object> application) {
        as(
                user,
                () -> engine.createMessageCorrelation("refundFiled")
                        .setVariables(application)
                        .correlateStartMessage());
    }

    void complete(String user, String taskId, Map<String, Object> answers) {
        as(user, () -> {
            tasks.claim(taskId, user);
            tasks.complete(taskId, answers);
            return taskId;
        });
    }

    void send(String user, String message, String caseNumber, Map<String, Object> fields) {
        as(
                user,
                () -> engine.createMessageCorrelation(message)
                        .processInstanceBusinessKey(caseNumber)
                        .setVariables(fields)
                        .correlateWithResult());
    }

    <T> T as(String user, Supplier<T> work) {
        Membership membership = memberships.computeIfAbsent(user, this::membership);
        identities.setAuthentication(user, membership.groups(), membership.bureaus());
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Membership membership(String user) {
        return new Membership(
                identities.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList(),
                identities.createTenantQuery().userMember(user).list().stream()
                        .map(Tenant::getId)
                        .toList());
    }

    private record Membership(List<String> groups, List<String> bureaus) {}
}
