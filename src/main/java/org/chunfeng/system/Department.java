package org.chunfeng.system;

/** The departments of a bureau: groups of the engine, by their stable names; what they are called stands in messages/codes. */
enum Department {
    HALL_INTAKE("hallIntake"),
    LEADER_ON_DUTY("leaderOnDuty"),
    TAX_SOURCE("taxSource"),
    REVENUE_ACCOUNTING("revenueAccounting"),
    LEVY_ADMIN("levyAdmin"),
    TAXPAYER_SERVICE("taxpayerService"),
    AUDIT("audit"),
    RISK("risk"),
    POLICY("policy"),
    OPS("ops"),
    ADMIN("camunda-admin");

    private final String id;

    Department(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
