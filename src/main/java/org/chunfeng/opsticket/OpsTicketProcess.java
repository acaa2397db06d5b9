package org.chunfeng.opsticket;

import org.chunfeng.engine.Var;

/** The names that opsTicket.bpmn and this package share. */
final class OpsTicketProcess {

    static final String KEY = "opsTicket";
    static final String REPORTED = "ticketReported";
    static final String HANDLE = "handleTicket";
    static final String CONFIRM = "confirmSolution";
    static final String WITHDRAWN = "ticketWithdrawn";
    static final Var<Boolean> SOLVED = new Var<>("solved", Boolean.class);

    private OpsTicketProcess() {}
}
