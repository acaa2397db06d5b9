package org.chunfeng.system;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator from the settings when there is none: with none, the engine would let anybody make one
 * (CVE-2026-77226).
 */
@Component
class FirstAdmin {

    private final IdentityService accounts;

    FirstAdmin(
            IdentityService accounts,
            Identities groupsFirst,
            OneNodeAtATime nodes,
            Environment environment,
            @Value("${chunfeng.admin.user:admin}") String userId,
            @Value("${chunfeng.admin.password:}") String password) {
        this.accounts = accounts;
        if (password.isEmpty() && environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        nodes.run(() -> make(userId, password));
    }

    private void make(String userId, String password) {
        if (accounts.createUserQuery().memberOfGroup(Department.ADMIN.id()).count() > 0) {
            return;
        }
        if (password.isEmpty()) {
            throw new MissingSettings(List.of("CHUNFENG_ADMIN_PASSWORD"));
        }
        if (accounts.createUserQuery().userId(userId).count() == 0) {
            var admin = accounts.newUser(userId);
            admin.setFirstName(userId);
            // Tasklist shows first and last name, and writes "null" for one that is not there
            admin.setLastName("");
            admin.setPassword(password);
            accounts.saveUser(admin);
        }
        accounts.createMembership(userId, Department.ADMIN.id());
    }
}
