package org.chunfeng.audit;

/** Who is told at a rung. */
enum Role {
    /** Whoever has the work in hand, or the department that should take it. */
    HANDLER,
    /** The leader on duty of the county. */
    COUNTY_LEADER,
    /** The leader on duty of the prefecture. */
    PREFECTURE_LEADER,
    /** 征管科 of the prefecture. */
    LEVY_ADMIN,
    /** 督查内审科 of the prefecture. */
    AUDIT,
    /** Whoever asked for the suspension that lasts. */
    REQUESTER
}
