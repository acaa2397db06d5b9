package org.chunfeng.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.chunfeng.engine.OpenTasks.Open;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who else of its department may do an open task: the rules of the step say so, as they will when it is completed. */
@Component
public class Colleagues {

    private static final String NOBODY = "";

    private final IdentityService identities;
    private final Actors actors;
    private final Checks checks;
    private final Clock clock;

    Colleagues(@Lazy IdentityService identities, Actors actors, Checks checks, Clock clock) {
        this.identities = identities;
        this.actors = actors;
        this.checks = checks;
        this.clock = clock;
    }

    /** The accounts of a bureau that may take a task over from its holder, in their order. */
    public List<String> whoMay(Open task, String caseNumber, String bureau) {
        return ofTheDepartment(task.group(), bureau).stream()
                .filter(person -> !person.userId().equals(task.holder()))
                .filter(person -> !isBarred(person, task, caseNumber))
                .map(Actor::userId)
                .toList();
    }

    /** A rule bars a person when he is refused what nobody else of the department is, whatever would be sent. */
    private boolean isBarred(Actor person, Open task, String caseNumber) {
        var anybody = new Actor(NOBODY, Set.of(task.group()), person.bureau(), person.prefecture());
        List<Refusal> usual = refusals(anybody, task, caseNumber);
        return refusals(person, task, caseNumber).stream().anyMatch(refusal -> !usual.contains(refusal));
    }

    private List<Refusal> refusals(Actor actor, Open task, String caseNumber) {
        var nothing = new Submission(task.step(), caseNumber, actor, LocalDate.now(clock), Map.of());
        return checks.check(task.process(), nothing);
    }

    /** The prefecture's people belong to every bureau, so as to see it; they are colleagues in the prefecture only. */
    private List<Actor> ofTheDepartment(String group, String bureau) {
        var found = new ArrayList<Actor>();
        actors.asSystem(() -> members(group, bureau).stream()
                .map(this::actor)
                .filter(actor -> actor.bureau().equals(bureau))
                .forEach(found::add));
        return found;
    }

    private List<User> members(String group, String bureau) {
        return identities
                .createUserQuery()
                .memberOfGroup(group)
                .memberOfTenant(bureau)
                .orderByUserId()
                .asc()
                .list();
    }

    private Actor actor(User user) {
        List<String> groups = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .toList();
        List<String> bureaus = identities.createTenantQuery().userMember(user.getId()).list().stream()
                .map(Tenant::getId)
                .toList();
        return actors.actor(user.getId(), groups, bureaus);
    }
}
