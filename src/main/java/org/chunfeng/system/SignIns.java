package org.chunfeng.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

/** Ends a sign-in everywhere: our pages and the engine's web applications keep theirs in the same HTTP session. */
final class SignIns {

    private SignIns() {}

    static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
