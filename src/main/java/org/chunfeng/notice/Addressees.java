package org.chunfeng.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.chunfeng.engine.Actors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which people stand behind a recipient, and their mail addresses. */
@Component
class Addressees {

    /** Departments of the prefecture alone (product.md 2); whatever county a case is in, they sit there. */
    private static final Set<String> IN_THE_PREFECTURE =
            Set.of("levyAdmin", "taxpayerService", "audit", "risk", "policy", "ops", "camunda-admin");

    private final IdentityService identities;
    private final Actors actors;
    private final String prefecture;

    Addressees(@Lazy IdentityService identities, Actors actors, @Value("${chunfeng.prefecture}") String prefecture) {
        this.identities = identities;
        this.actors = actors;
        this.prefecture = prefecture;
    }

    Recipient settled(Recipient recipient) {
        boolean elsewhere = recipient.kind() == Recipient.Kind.GROUP && IN_THE_PREFECTURE.contains(recipient.id());
        return elsewhere ? Recipient.group(recipient.id(), prefecture) : recipient;
    }

    /** The usable addresses, each once; none when nobody has one. */
    List<String> addresses(Recipient recipient) {
        List<String> found = new ArrayList<>();
        actors.asSystem(() -> people(recipient).stream()
                .map(User::getEmail)
                .filter(Addressees::isUsable)
                .distinct()
                .sorted()
                .forEach(found::add));
        return found;
    }

    /** The prefecture's people belong to every bureau, so as to see it; a county's mail is not for them. */
    private List<User> people(Recipient recipient) {
        if (recipient.kind() == Recipient.Kind.ACCOUNT) {
            return identities.createUserQuery().userId(recipient.id()).list();
        }
        List<User> members = members(recipient.id(), recipient.bureau());
        if (recipient.bureau().equals(prefecture)) {
            return members;
        }
        Set<String> onlookers =
                members(recipient.id(), prefecture).stream().map(User::getId).collect(Collectors.toSet());
        return members.stream()
                .filter(member -> !onlookers.contains(member.getId()))
                .toList();
    }

    private List<User> members(String group, String bureau) {
        return identities
                .createUserQuery()
                .memberOfGroup(group)
                .memberOfTenant(bureau)
                .list();
    }

    /** One colleague's mistyped address must not keep the mail from the others. */
    private static boolean isUsable(String email) {
        if (email == null || email.isBlank()) {
            return false;
        }
        try {
            new InternetAddress(email, true);
            return true;
        } catch (AddressException mistyped) {
            return false;
        }
    }
}
