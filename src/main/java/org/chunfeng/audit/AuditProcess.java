package org.chunfeng.audit;

/** The names that audit.bpmn and this package share. */
final class AuditProcess {

    static final String KEY = "audit";

    static final String BREACH_REPORTED = "breachReported";

    private AuditProcess() {}
}
