package org.chunfeng.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives the demo its accounts at the first start; what somebody changed or added since is left as it is. */
@Component
@Profile("demo")
class DemoPeople {

    private final IdentityService identities;
    private final MessageSource messages;
    private final List<Bureau> bureaus;
    private final List<DemoPerson> people;

    DemoPeople(IdentityService identities, Bureaus bureaus, MessageSource messages, TransactionOperations transaction) {
        this.messages = messages;
        this.identities = identities;
        this.bureaus = bureaus.all();
        this.people = DemoStaff.of(this.bureaus);
        transaction.executeWithoutResult(status -> createMissing());
    }

    List<DemoPerson> all() {
        return people;
    }

    private void createMissing() {
        saveMissingTenants();
        saveMissingGroups();
        Set<String> known = ids(identities.createUserQuery().unlimitedList(), User::getId);
        people.stream().filter(person -> !known.contains(person.id())).forEach(this::create);
    }

    private void saveMissingTenants() {
        Set<String> known = ids(identities.createTenantQuery().unlimitedList(), Tenant::getId);
        for (Bureau bureau : bureaus) {
            if (!known.contains(bureau.bureau())) {
                Tenant tenant = identities.newTenant(bureau.bureau());
                tenant.setName(bureau.name());
                identities.saveTenant(tenant);
            }
        }
    }

    private void saveMissingGroups() {
        Set<String> known = ids(identities.createGroupQuery().unlimitedList(), Group::getId);
        Set<String> wanted = people.stream().map(DemoPerson::group).collect(Collectors.toSet());
        for (String id : wanted) {
            if (!known.contains(id)) {
                Group group = identities.newGroup(id);
                group.setName(messages.getMessage("code.group." + id, null, Locale.CHINA));
                group.setType("WORKFLOW");
                identities.saveGroup(group);
            }
        }
    }

    private void create(DemoPerson person) {
        User user = identities.newUser(person.id());
        user.setFirstName(person.name());
        // Tasklist shows first and last name with a blank between; a Chinese name has none
        user.setLastName("");
        user.setEmail(person.email());
        user.setPassword(DemoPerson.PASSWORD);
        identities.saveUser(user);
        identities.createMembership(person.id(), person.group());
        person.bureaus().forEach(bureau -> identities.createTenantUserMembership(bureau, person.id()));
    }

    private static <T> Set<String> ids(List<T> found, Function<T, String> id) {
        return found.stream().map(id).collect(Collectors.toSet());
    }
}
