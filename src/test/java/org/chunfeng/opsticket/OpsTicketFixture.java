package org.chunfeng.opsticket;

import java.util.HashMap;
import java.util.Map;

/** A ticket that every rule accepts; tests change one field. */
public final class OpsTicketFixture {

    private OpsTicketFixture() {}

    public static Map<String, Object> aTicket() {
        return Map.of(
                "faultySystem", "TREASURY_LINK",
                "matter", "TRANSMISSION",
                "problem", "退还书发送后一直停在待发送，重试三次报错 504");
    }

    public static Map<String, Object> aTicketWith(String field, String value) {
        var ticket = new HashMap<>(aTicket());
        ticket.put(field, value);
        return ticket;
    }

    public static Map<String, Object> aSolution() {
        return Map.of("ticketOutcome", "SOLVED", "solution", "重启前置机，积压的退还书已全部发出");
    }

    public static Map<String, Object> aReport(String reportedOn) {
        return Map.of("ticketOutcome", "REPORTED", "regionReference", "阿税运〔2021〕7号", "reportedOn", reportedOn);
    }
}
