package org.chunfeng.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine, for the length of a request, who acts; an account that is gone is signed out. */
class ActorFilter extends OncePerRequestFilter {

    private final IdentityService identities;
    private final Memberships memberships;

    ActorFilter(IdentityService identities, Memberships memberships) {
        this.identities = identities;
        this.memberships = memberships;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Membership> membership = memberships.of(signedIn.getName());
        if (membership.isEmpty()) {
            SignIns.end(request);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            identities.setAuthentication(
                    signedIn.getName(),
                    membership.get().groups(),
                    membership.get().bureaus());
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
