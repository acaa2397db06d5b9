package org.chunfeng;

import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/**
 * Accounts named as in the demo ({@code zuoqi.hallIntake}, {@code zuoqi.hallIntake2}), made when first asked for, and the
 * ways to act as them: over HTTP, or in this very thread.
 */
@TestComponent
public class TestPeople {

    public static final String PASSWORD = "Spring-Breeze-2026";

    private final IdentityService identities;
    private final Environment environment;

    TestPeople(IdentityService identities, Environment environment) {
        this.identities = identities;
        this.environment = environment;
    }

    /** Somebody at a browser of his own who has not signed in. */
    public Visitor nobody() {
        return new Visitor(environment.getRequiredProperty("local.server.port", int.class));
    }

    /** Somebody at a browser of his own, signed in at our page. */
    public Visitor signedIn(String userId) {
        Visitor visitor = nobody();
        visitor.signIn(account(userId), PASSWORD);
        return visitor;
    }

    /** Another system that sends name and password with every request. */
    public Visitor withPassword(String userId) {
        return nobody().withBasicAuthentication(account(userId), PASSWORD);
    }

    /** Does something in this thread as that account, as if its request had come in at a door. */
    public <T> T as(String userId, Callable<T> work) throws Exception {
        account(userId);
        List<String> groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(group -> group.getId())
                .toList();
        List<String> bureaus = identities.createTenantQuery().userMember(userId).list().stream()
                .map(Tenant::getId)
                .toList();
        identities.setAuthentication(userId, groups, bureaus);
        try {
            return work.call();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Makes the account with its group and bureaus unless it is there; answers its id. */
    public String account(String userId) {
        return account(userId, userId);
    }

    /** The same, under a name that people have, and with a mail address; once, also where two threads ask. */
    public synchronized String account(String userId, String name) {
        User known = identities.createUserQuery().userId(userId).singleResult();
        if (known != null) {
            if (!name.equals(userId)) {
                call(known, name);
            }
            return userId;
        }
        String[] parts = userId.replaceAll("\\d$", "").split("\\.", 2);
        var user = identities.newUser(userId);
        user.setLastName("");
        user.setPassword(PASSWORD);
        call(user, name);
        identities.createMembership(userId, parts[1]);
        bureausOf(parts[0]).forEach(bureau -> identities.createTenantUserMembership(bureau, userId));
        return userId;
    }

    private void call(User user, String name) {
        user.setFirstName(name);
        user.setEmail(name.equals(user.getId()) ? null : user.getId() + "@chunfeng.example");
        identities.saveUser(user);
    }

    private List<String> bureausOf(String bureau) {
        return bureau.equals(environment.getRequiredProperty("chunfeng.prefecture"))
                ? identities.createTenantQuery().list().stream()
                        .map(Tenant::getId)
                        .toList()
                : List.of(bureau);
    }
}
