package org.chunfeng.deregistration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return situation(deregistrations.get(caseNumber), evidences.of(caseNumber));
    }

    /** What the tables in force now would say of these cases, by case; keeps nothing. */
    Map<String, Assessment> wouldSay(Collection<String> caseNumbers) {
        Map<String, List<Evidence>> known = evidences.of(caseNumbers);
        return deregistrations.all(caseNumbers).stream()
                .collect(Collectors.toMap(
                        Deregistration::caseNumber,
                        one -> tables.decide(situation(one, known.getOrDefault(one.caseNumber(), List.of())))));
    }

    private static Situation situation(Deregistration one, List<Evidence> known) {
        return new Situation(
                one.reason(), one.creditLevel(), !one.announcementNo().isEmpty(), Evidences.answers(known));
    }

    Assessment assess(String caseNumber, String by) {
        Assessment assessment = tables.decide(situation(caseNumber));
        assessments.record(caseNumber, assessment, by);
        return assessment;
    }
}
