package org.chunfeng.audit;

/** What happens at a rung. */
enum Action {
    NOTICE,
    RECORD_BREACH,
    OPEN_AUDIT
}
