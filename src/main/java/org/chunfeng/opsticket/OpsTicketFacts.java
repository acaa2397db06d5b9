package org.chunfeng.opsticket;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What a person reads of a ticket. */
@Component
class OpsTicketFacts implements CaseFacts {

    private final OpsTickets tickets;
    private final Texts texts;

    OpsTicketFacts(OpsTickets tickets, Texts texts) {
        this.tickets = tickets;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.OPS_TICKET;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        OpsTicket ticket = tickets.get(caseNumber);
        List<Fact> facts = new ArrayList<>();
        add(facts, "faultySystem", texts.code("faultySystem", ticket.faultySystem()));
        add(facts, "problem", ticket.problem());
        if (ticket.handlings() > 1) {
            add(facts, "handlings", String.valueOf(ticket.handlings()));
        }
        if (ticket.outcome() != null) {
            add(facts, "ticketOutcome", texts.code("ticketOutcome", ticket.outcome()));
        }
        add(facts, "solution", ticket.solution());
        add(facts, "regionReference", ticket.regionReference());
        if (ticket.reportedOn() != null) {
            add(facts, "reportedOn", ticket.reportedOn().toString());
        }
        add(facts, "regionAnswer", ticket.regionAnswer());
        return List.of(FactGroup.of(texts.label("group.ticket"), facts));
    }

    private void add(List<Fact> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(Fact.of(texts.label(field), value));
        }
    }
}
