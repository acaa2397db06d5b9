package org.chunfeng.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Groups and bureaus of the accounts, remembered for ten seconds: whoever is dismissed is out within these. */
@Component
class Memberships {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final IdentityService identities;
    private final Bureaus bureaus;
    private final String prefecture;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Memberships(
            IdentityService identities,
            Bureaus bureaus,
            @Value("${chunfeng.prefecture}") String prefecture,
            Clock clock) {
        this.identities = identities;
        this.bureaus = bureaus;
        this.prefecture = prefecture;
        this.clock = clock;
    }

    /** Nothing for an account that does not exist (any more). */
    Optional<Membership> of(String userId) {
        Instant now = clock.instant();
        Known last = known.get(userId);
        if (last != null && Duration.between(last.at(), now).abs().compareTo(REMEMBERED) < 0) {
            return Optional.of(last.membership());
        }
        Optional<Membership> found = lookUp(userId);
        found.ifPresentOrElse(one -> known.put(userId, new Known(one, now)), () -> known.remove(userId));
        return found;
    }

    /** Somebody changed accounts, groups or bureaus. */
    void forget() {
        known.clear();
    }

    private Optional<Membership> lookUp(String userId) {
        if (identities.createUserQuery().userId(userId).count() == 0) {
            return Optional.empty();
        }
        List<String> groups = identities.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        return Optional.of(new Membership(groups, bureausOf(userId)));
    }

    /** Whoever belongs to the prefecture reaches every county. */
    private List<String> bureausOf(String userId) {
        List<String> own =
                identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).unlimitedList().stream()
                        .map(Tenant::getId)
                        .toList();
        return own.contains(prefecture)
                ? bureaus.all().stream().map(Bureau::bureau).toList()
                : own;
    }

    private record Known(Membership membership, Instant at) {}
}
