package org.chunfeng.system;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TENANT;
import static org.camunda.bpm.engine.authorization.Resources.USER;
import static org.chunfeng.system.Department.ADMIN;
import static org.chunfeng.system.Department.AUDIT;
import static org.chunfeng.system.Department.HALL_INTAKE;
import static org.chunfeng.system.Department.LEADER_ON_DUTY;
import static org.chunfeng.system.Department.LEVY_ADMIN;
import static org.chunfeng.system.Department.OPS;
import static org.chunfeng.system.Department.REVENUE_ACCOUNTING;
import static org.chunfeng.system.Department.TAX_SOURCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Which department may do what in the engine. A task itself is granted by its candidates, a county by its tenant; what is
 * granted to a process that does not exist yet begins to count when it appears.
 */
final class Grants {

    /** Permissions on one resource, or on all of its kind ({@code *}), for some departments. */
    record Grant(Resource resource, String id, Set<Department> departments, Permission... permissions) {}

    private static final String ANY = "*";
    private static final Set<Department> EVERYBODY = Set.of(Department.values());
    private static final Permission READ = ProcessDefinitionPermissions.READ;
    private static final Permission START = ProcessDefinitionPermissions.CREATE_INSTANCE;
    private static final Permission SEND_MESSAGES = ProcessDefinitionPermissions.UPDATE_INSTANCE;
    private static final Permission READ_CASES = ProcessDefinitionPermissions.READ_INSTANCE;
    private static final Permission READ_TASKS = ProcessDefinitionPermissions.READ_TASK;
    private static final Permission READ_HISTORY = ProcessDefinitionPermissions.READ_HISTORY;
    private static final Permission RETRY_JOB = ProcessDefinitionPermissions.RETRY_JOB;

    private Grants() {}

    static List<Grant> all() {
        var grants = new ArrayList<>(List.of(
                new Grant(APPLICATION, "tasklist", EVERYBODY, Permissions.ACCESS),
                new Grant(APPLICATION, "welcome", EVERYBODY, Permissions.ACCESS),
                new Grant(APPLICATION, "cockpit", Set.of(OPS), Permissions.ACCESS),
                new Grant(USER, ANY, EVERYBODY, Permissions.READ),
                new Grant(GROUP, ANY, EVERYBODY, Permissions.READ),
                new Grant(TENANT, ANY, EVERYBODY, Permissions.READ),
                new Grant(FILTER, ANY, EVERYBODY, Permissions.READ),
                new Grant(DECISION_DEFINITION, ANY, EVERYBODY, Permissions.READ, Permissions.CREATE_INSTANCE),
                new Grant(PROCESS_DEFINITION, ANY, EVERYBODY, READ),
                new Grant(PROCESS_INSTANCE, ANY, Set.of(HALL_INTAKE, TAX_SOURCE, LEVY_ADMIN), Permissions.CREATE),
                new Grant(PROCESS_DEFINITION, ANY, Set.of(AUDIT), READ, READ_CASES, READ_TASKS, READ_HISTORY),
                new Grant(PROCESS_DEFINITION, ANY, Set.of(LEVY_ADMIN), READ, READ_CASES, READ_HISTORY),
                new Grant(PROCESS_DEFINITION, ANY, Set.of(OPS), READ, READ_CASES, READ_HISTORY, RETRY_JOB)));
        grants.addAll(ofProcesses());
        for (Resources resource : Resources.values()) {
            grants.add(new Grant(resource, ANY, Set.of(ADMIN), Permissions.ALL));
        }
        return grants;
    }

    /** Who starts which process, and who sends it messages; which ones is for the entry guard to say. */
    private static List<Grant> ofProcesses() {
        return List.of(
                new Grant(PROCESS_DEFINITION, "refund", Set.of(HALL_INTAKE), READ, START, SEND_MESSAGES, READ_HISTORY),
                new Grant(
                        PROCESS_DEFINITION,
                        "refund",
                        Set.of(LEADER_ON_DUTY, TAX_SOURCE, REVENUE_ACCOUNTING),
                        READ,
                        SEND_MESSAGES,
                        READ_HISTORY),
                new Grant(
                        PROCESS_DEFINITION,
                        "deregistration",
                        Set.of(HALL_INTAKE),
                        READ,
                        START,
                        SEND_MESSAGES,
                        READ_HISTORY),
                new Grant(
                        PROCESS_DEFINITION,
                        "deregistration",
                        Set.of(LEADER_ON_DUTY, TAX_SOURCE),
                        READ,
                        SEND_MESSAGES,
                        READ_HISTORY),
                new Grant(
                        PROCESS_DEFINITION,
                        "overpayment",
                        Set.of(HALL_INTAKE, TAX_SOURCE),
                        READ,
                        START,
                        SEND_MESSAGES,
                        READ_HISTORY),
                new Grant(
                        PROCESS_DEFINITION, "opsTicket", Set.of(HALL_INTAKE), READ, START, SEND_MESSAGES, READ_HISTORY),
                new Grant(PROCESS_DEFINITION, "opsTicket", Set.of(LEADER_ON_DUTY), READ, SEND_MESSAGES, READ_HISTORY));
    }
}
