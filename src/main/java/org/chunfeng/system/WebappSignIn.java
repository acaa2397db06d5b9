package org.chunfeng.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One sign-in for everything: whoever signed in at our page is signed in to the engine's web applications, and the other
 * way round when their own login interface was used; signing out of either signs out of both.
 */
class WebappSignIn extends OncePerRequestFilter {

    static final String LOGIN_INTERFACE = "/camunda/api/admin/auth/user/";

    private final ProcessEngine engine;
    private final Memberships memberships;
    private final EnginePasswords accounts;
    private final SecurityContextRepository contexts;

    WebappSignIn(
            ProcessEngine engine,
            Memberships memberships,
            EnginePasswords accounts,
            SecurityContextRepository contexts) {
        this.engine = engine;
        this.memberships = memberships;
        this.accounts = accounts;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String ours = signedInAtOurPage();
        if (ours != null) {
            joinWebapps(request.getSession(), ours);
        }
        chain.doFilter(request, response);
        if (request.getRequestURI().startsWith(LOGIN_INTERFACE)) {
            follow(ours, request, response);
        }
    }

    private void joinWebapps(HttpSession session, String userId) {
        Optional<Membership> membership = memberships.of(userId);
        Authentications all = AuthenticationUtil.getAuthsFromSession(session);
        var present = (UserAuthentication) all.getAuthenticationForProcessEngine(engine.getName());
        if (membership.isEmpty() || isUpToDate(present, userId, membership.get())) {
            return;
        }
        all.addOrReplace(AuthenticationUtil.createAuthentication(
                engine, userId, membership.get().groups(), membership.get().bureaus()));
        session.setAttribute("authenticatedUser", all);
    }

    private static boolean isUpToDate(@Nullable UserAuthentication present, String userId, Membership membership) {
        return present != null
                && present.getIdentityId().equals(userId)
                && membership.groups().equals(present.getGroupIds())
                && membership.bureaus().equals(present.getTenantIds());
    }

    /** Somebody may have signed in, or out, at the web applications' own interface. */
    private void follow(@Nullable String ours, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        var theirs = session == null
                ? null
                : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        if (theirs == null && ours != null) {
            SignIns.end(request);
        }
        if (theirs != null && !theirs.getIdentityId().equals(ours)) {
            var context = new SecurityContextImpl(accounts.signedIn(theirs.getIdentityId()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
    }

    private static @Nullable String signedInAtOurPage() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? null : signedIn.getName();
    }
}
