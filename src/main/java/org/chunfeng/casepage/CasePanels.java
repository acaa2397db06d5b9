package org.chunfeng.casepage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseEvent;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CasePapers;
import org.chunfeng.casefile.Document;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.casefile.Masks;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a case together for one reader. */
@Component
class CasePanels {

    private final CaseAccess access;
    private final CaseFiles cases;
    private final Bureaus bureaus;
    private final ObjectProvider<CaseFacts> facts;
    private final ObjectProvider<CasePapers> papers;
    private final ClockViews clocks;
    private final Checklists checklists;
    private final Documents documents;
    private final CaseEvents events;
    private final People people;
    private final Wordings wordings;

    CasePanels(
            CaseAccess access,
            CaseFiles cases,
            Bureaus bureaus,
            ObjectProvider<CaseFacts> facts,
            ObjectProvider<CasePapers> papers,
            ClockViews clocks,
            Checklists checklists,
            Documents documents,
            CaseEvents events,
            People people,
            Wordings wordings) {
        this.access = access;
        this.cases = cases;
        this.bureaus = bureaus;
        this.facts = facts;
        this.papers = papers;
        this.clocks = clocks;
        this.checklists = checklists;
        this.documents = documents;
        this.events = events;
        this.people = people;
        this.wordings = wordings;
    }

    /**
     * A case that this person reaches.
     *
     * @param place where it will be shown, for the access log
     */
    CasePanel of(CaseFile caseFile, String place) {
        String caseNumber = caseFile.caseNumber();
        boolean inFull = access.seesInFull(caseNumber);
        List<FactGroup> groups = facts.orderedStream()
                .filter(known -> known.supports(caseFile.kind()))
                .flatMap(known -> known.facts(caseNumber).stream())
                .toList();
        List<CaseEvent> happened = events.of(caseNumber);
        List<Document> attached = documents.of(caseNumber);
        Map<String, String> names = names(caseFile, happened, attached);
        return new CasePanel(
                header(caseFile, names, inFull),
                clocks.of(caseNumber),
                access.shown(caseNumber, groups, inFull, place),
                !inFull,
                checklists.of(caseFile),
                attached.stream().map(document -> attachment(document, names)).toList(),
                happened.stream().map(event -> happening(event, names)).toList());
    }

    /** What can be printed of this case beside its receipt. */
    List<CasePapers.Paper> papers(CaseFile caseFile) {
        return papers.stream()
                .filter(known -> known.supports(caseFile.kind()))
                .flatMap(known -> known.papers(caseFile.caseNumber()).stream())
                .toList();
    }

    private Map<String, String> names(CaseFile caseFile, List<CaseEvent> happened, List<Document> attached) {
        Set<String> accounts = Stream.of(
                        Stream.of(caseFile.openedBy()),
                        happened.stream().map(CaseEvent::actor),
                        attached.stream().map(Document::uploadedBy))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        return people.namesOf(accounts);
    }

    private CasePanel.Header header(CaseFile file, Map<String, String> names, boolean inFull) {
        String kind = file.kind().name();
        Bureau bureau = bureaus.get(file.bureau());
        return new CasePanel.Header(
                file.caseNumber(),
                kind,
                wordings.code("kind", kind),
                file.kind().isOfTaxpayers(),
                file.matter(),
                wordings.code("matter", file.matter()),
                file.bureau(),
                bureau.name(),
                taxpayerId(file, bureau, inFull),
                file.taxpayerName(),
                file.amountFen() == null ? null : new Money(file.amountFen()).toString(),
                wordings.code("status", file.status().name()),
                wordings.code("outcome", file.outcome()),
                file.isClosed(),
                file.expedited(),
                wordings.code("channel", file.channel()),
                names.getOrDefault(file.openedBy(), file.openedBy()),
                file.openedAt(),
                file.appliedAt(),
                file.acceptedAt(),
                file.closedAt(),
                related(file));
    }

    /** Empty for a case that is about no taxpayer but stands in the name of its bureau. */
    private static String taxpayerId(CaseFile file, Bureau bureau, boolean inFull) {
        if (file.taxpayerId().equals(bureau.areaCode())) {
            return "";
        }
        return inFull ? file.taxpayerId() : Masks.taxpayerId(file.taxpayerId());
    }

    private List<String> related(CaseFile file) {
        return Stream.concat(Stream.ofNullable(file.relatedCase()), cases.grownOutOf(file.caseNumber()).stream())
                .toList();
    }

    private static CasePanel.Attachment attachment(Document document, Map<String, String> names) {
        return new CasePanel.Attachment(
                document.documentId(),
                document.name(),
                document.mediaType(),
                document.size(),
                names.getOrDefault(document.uploadedBy(), document.uploadedBy()),
                document.uploadedAt());
    }

    private CasePanel.Happening happening(CaseEvent event, Map<String, String> names) {
        return new CasePanel.Happening(
                event.at(),
                event.actor(),
                names.getOrDefault(event.actor(), event.actor()),
                event.step(),
                wordings.code("step", event.step()),
                wordings.code("action", event.action()),
                event.detail());
    }
}
