package org.chunfeng.system;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stays closed although the route is open: giving away another's task, and removing the last administrator. */
@Component
class EngineKeepers {

    private final IdentityService identities;
    private final TaskService tasks;

    EngineKeepers(IdentityService identities, TaskService tasks) {
        this.identities = identities;
        this.tasks = tasks;
    }

    /** The key of the sentence that says why not, or nothing. */
    @Nullable
    String objectionTo(EngineDoor door) {
        if (door.is("POST", "/task/{}/unclaim") && isAnothersTask(door.part(1))) {
            return "onlyTheAssigneeReturns";
        }
        return removesLastAdmin(door) ? "lastAdmin" : null;
    }

    private boolean isAnothersTask(String taskId) {
        var actor = identities.getCurrentAuthentication();
        if (actor == null || actor.getGroupIds().contains(Department.ADMIN.id())) {
            return false;
        }
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task != null && task.getAssignee() != null && !task.getAssignee().equals(actor.getUserId());
    }

    private boolean removesLastAdmin(EngineDoor door) {
        if (door.is("DELETE", "/group/camunda-admin")) {
            return true;
        }
        String leaving = leavingUser(door);
        if (leaving == null) {
            return false;
        }
        var admins = identities
                .createUserQuery()
                .memberOfGroup(Department.ADMIN.id())
                .listPage(0, 2);
        return admins.size() == 1 && admins.get(0).getId().equals(leaving);
    }

    private static @Nullable String leavingUser(EngineDoor door) {
        if (door.is("DELETE", "/user/{}")) {
            return door.part(1);
        }
        return door.is("DELETE", "/group/camunda-admin/members/{}") ? door.part(3) : null;
    }
}
