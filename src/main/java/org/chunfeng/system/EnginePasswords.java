package org.chunfeng.system;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a password against the engine's accounts, which also count failed attempts and lock. */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identities;
    private final Memberships memberships;

    EnginePasswords(IdentityService identities, Memberships memberships) {
        this.identities = identities;
        this.memberships = memberships;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String userId = claimed.getName();
        String password = String.valueOf(claimed.getCredentials());
        if (!identities.checkPassword(userId, password)) {
            throw new BadCredentialsException("Wrong user or password: " + userId);
        }
        return signedIn(userId);
    }

    /** The account as signed in; spelled as it is kept, so that nobody appears under two names. */
    Authentication signedIn(String userId) {
        var membership =
                memberships.of(userId).orElseThrow(() -> new BadCredentialsException("There is no account " + userId));
        var authorities =
                membership.groups().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.copyOf(authorities));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
