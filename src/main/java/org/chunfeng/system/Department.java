package org.chunfeng.system;

/** The departments of a bureau: groups of the engine, by their stable names. */
enum Department {
    HALL_INTAKE("hallIntake", "办税服务厅"),
    LEADER_ON_DUTY("leaderOnDuty", "带班领导"),
    TAX_SOURCE("taxSource", "税源部门"),
    REVENUE_ACCOUNTING("revenueAccounting", "收入核算"),
    LEVY_ADMIN("levyAdmin", "征管科"),
    TAXPAYER_SERVICE("taxpayerService", "纳税服务科"),
    AUDIT("audit", "督查内审科"),
    RISK("risk", "风险"),
    POLICY("policy", "对口科室"),
    OPS("ops", "运维"),
    ADMIN("camunda-admin", "系统管理员");

    private final String id;
    private final String label;

    Department(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
