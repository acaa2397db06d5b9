package org.chunfeng.deregistration;

import org.springframework.stereotype.Component;

/** Asks the tables about a case and keeps what they answered. */
@Component
class Triage {

    private final TrackTables tables;
    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final Assessments assessments;

    Triage(TrackTables tables, Deregistrations deregistrations, Evidences evidences, Assessments assessments) {
        this.tables = tables;
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.assessments = assessments;
    }

    Situation situation(String caseNumber) {
        Deregistration known = deregistrations.get(caseNumber);
        return new Situation(
                known.reason(), known.creditLevel(), !known.announcementNo().isEmpty(), evidences.answers(caseNumber));
    }

    Assessment assess(String caseNumber, String by) {
        Assessment assessment = tables.decide(situation(caseNumber));
        assessments.record(caseNumber, assessment, by);
        return assessment;
    }
}
