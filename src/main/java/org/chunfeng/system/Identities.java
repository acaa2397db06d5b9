package org.chunfeng.system;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.system.Grants.Grant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keeps groups, bureaus and grants in the engine as they are declared, at every start; what else is there stays. */
@Component
class Identities {

    private record Key(int resource, String id, String group) {}

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final MessageSource messages;

    Identities(
            IdentityService identities,
            AuthorizationService authorizations,
            Bureaus bureaus,
            MessageSource messages,
            OneNodeAtATime nodes) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.messages = messages;
        nodes.run(() -> keepAll(bureaus));
    }

    private void keepAll(Bureaus bureaus) {
        for (Department department : Department.values()) {
            keepGroup(department);
        }
        bureaus.all().forEach(this::keepTenant);
        keepGrants(Grants.all());
    }

    private void keepGroup(Department department) {
        var group = identities.createGroupQuery().groupId(department.id()).singleResult();
        if (group == null) {
            group = identities.newGroup(department.id());
            group.setType("WORKFLOW");
        }
        group.setName(messages.getMessage("code.group." + department.id(), null, Locale.CHINA));
        identities.saveGroup(group);
    }

    private void keepTenant(Bureau bureau) {
        var tenant = identities.createTenantQuery().tenantId(bureau.bureau()).singleResult();
        if (tenant == null) {
            tenant = identities.newTenant(bureau.bureau());
        }
        tenant.setName(bureau.name());
        identities.saveTenant(tenant);
    }

    private void keepGrants(List<Grant> grants) {
        Map<Key, Authorization> present = new HashMap<>();
        authorizations.createAuthorizationQuery().unlimitedList().stream()
                .filter(one -> one.getGroupId() != null)
                .forEach(
                        one -> present.put(new Key(one.getResourceType(), one.getResourceId(), one.getGroupId()), one));
        for (Grant grant : grants) {
            for (Department department : grant.departments()) {
                keepGrant(grant, department, present);
            }
        }
    }

    /** Of two grants on the same thing for the same department the later one counts. */
    private void keepGrant(Grant grant, Department department, Map<Key, Authorization> present) {
        var key = new Key(grant.resource().resourceType(), grant.id(), department.id());
        Authorization authorization = present.computeIfAbsent(key, absent -> newGrant(grant, department));
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private Authorization newGrant(Grant grant, Department department) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setGroupId(department.id());
        authorization.addPermission(Permissions.NONE);
        return authorization;
    }
}
