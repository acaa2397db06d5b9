package org.chunfeng.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through to the engine what engine-doors.txt opens, the same at /engine-rest and behind the web applications. */
class EngineDoors extends OncePerRequestFilter {

    private static final Set<String> ACCOUNTS = Set.of("user", "group", "tenant");

    private final DoorPlan plan;
    private final EngineKeepers keepers;
    private final IdentityService identities;
    private final Memberships memberships;
    private final Answers answers;

    EngineDoors(
            DoorPlan plan,
            EngineKeepers keepers,
            IdentityService identities,
            Memberships memberships,
            Answers answers) {
        this.plan = plan;
        this.keepers = keepers;
        this.identities = identities;
        this.memberships = memberships;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var door = EngineDoor.of(request);
        if (door == null) {
            chain.doFilter(request, response);
            return;
        }
        Audience audience = door.audience(plan);
        if (audience == Audience.NOBODY) {
            answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "doorClosed");
            return;
        }
        var actor = identities.getCurrentAuthentication();
        if (!audience.admits(actor == null ? List.of() : actor.getGroupIds())) {
            answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, "doorNotYours");
            return;
        }
        String objection = keepers.objectionTo(door);
        if (objection != null) {
            answers.refuse(response, HttpServletResponse.SC_FORBIDDEN, objection);
            return;
        }
        chain.doFilter(request, response);
        if (!door.reads() && ACCOUNTS.contains(door.part(0))) {
            memberships.forget();
        }
    }
}
