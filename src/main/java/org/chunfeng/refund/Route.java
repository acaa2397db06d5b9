package org.chunfeng.refund;

/** Where a returned slip goes: who mends what. The names are those of the flows in the model. */
enum Route {
    accountFault("hallIntake", "correctAccount"),
    slipFault("revenueAccounting", "issueSlip"),
    technicalFault("ops", "solveTechnicalFault");

    private final String group;
    private final String step;

    Route(String group, String step) {
        this.group = group;
        this.step = step;
    }

    String group() {
        return group;
    }

    String step() {
        return step;
    }
}
