package org.chunfeng.deregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chunfeng.casefile.AccessLog;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CasePapers;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The papers of a deregistration: certificate, decision on the track, zero declarations, commitment. */
@Controller
@RequestMapping("/deregistrations/{caseNumber}")
class DeregistrationPages implements CasePapers {

    private final DeregistrationReach reach;
    private final Deregistrations deregistrations;
    private final Clearances clearances;
    private final EvidenceTables tables;
    private final OpenItems items;
    private final ZeroSheet zeros;
    private final Bureaus bureaus;
    private final AccessLog log;
    private final Actors actors;
    private final People people;
    private final Texts texts;

    DeregistrationPages(
            DeregistrationReach reach,
            Deregistrations deregistrations,
            Clearances clearances,
            EvidenceTables tables,
            OpenItems items,
            ZeroSheet zeros,
            Bureaus bureaus,
            AccessLog log,
            Actors actors,
            People people,
            Texts texts) {
        this.reach = reach;
        this.deregistrations = deregistrations;
        this.clearances = clearances;
        this.tables = tables;
        this.items = items;
        this.zeros = zeros;
        this.bureaus = bureaus;
        this.log = log;
        this.actors = actors;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.DEREGISTRATION;
    }

    @Override
    public List<Paper> papers(String caseNumber) {
        List<Paper> papers = new ArrayList<>();
        String base = "/deregistrations/" + caseNumber;
        clearances
                .find(caseNumber)
                .ifPresent(issued -> papers.add(new Paper(
                        texts.code("clearanceForm", issued.form()), issued.certificateNo(), base + "/certificate")));
        if (tables.decision(caseNumber).isPresent()) {
            papers.add(new Paper(texts.label("paper.track"), "", base + "/track"));
        }
        if (!zeros.of(caseNumber).isEmpty()) {
            papers.add(new Paper(texts.label("paper.zero"), "", base + "/zero-declarations"));
        }
        if (deregistrations.get(caseNumber).commitment() != null) {
            papers.add(new Paper(texts.label("paper.commitment"), "", base + "/commitment"));
        }
        return papers;
    }

    /** The number of the taxpayer stands on it in full, and who looked is written down. */
    @GetMapping("/certificate")
    String certificate(@PathVariable String caseNumber, Model model) {
        CaseFile file = open(caseNumber, model);
        model.addAttribute("clearance", clearances.find(caseNumber).orElseThrow(() -> missing(caseNumber)));
        log.seen(file.caseNumber(), actors.current().userId(), "certificate");
        return "deregistration/certificate";
    }

    @GetMapping("/track")
    String track(@PathVariable String caseNumber, Model model) {
        open(caseNumber, model);
        model.addAttribute("decision", tables.decision(caseNumber).orElseThrow(() -> missing(caseNumber)));
        model.addAttribute("facts", tables.facts(caseNumber));
        model.addAttribute("items", items.of(caseNumber));
        return "deregistration/track";
    }

    @GetMapping("/zero-declarations")
    String zeroDeclarations(@PathVariable String caseNumber, Model model) {
        open(caseNumber, model);
        List<ZeroSheet.Tax> taxes = zeros.of(caseNumber);
        if (taxes.isEmpty()) {
            throw missing(caseNumber);
        }
        model.addAttribute("taxes", taxes);
        model.addAttribute("confirmedBy", name(deregistrations.get(caseNumber).zeroConfirmedBy()));
        log.seen(caseNumber, actors.current().userId(), "zeroDeclarations");
        return "deregistration/zeroDeclarations";
    }

    @GetMapping("/commitment")
    String commitment(@PathVariable String caseNumber, Model model) {
        open(caseNumber, model);
        if (deregistrations.get(caseNumber).commitment() == null) {
            throw missing(caseNumber);
        }
        model.addAttribute("items", items.of(caseNumber));
        return "deregistration/commitment";
    }

    private String name(@Nullable String account) {
        return account == null ? "" : people.namesOf(Set.of(account)).getOrDefault(account, account);
    }

    private CaseFile open(String caseNumber, Model model) {
        CaseFile file = reach.reach(caseNumber);
        model.addAttribute("file", file);
        model.addAttribute("deregistration", deregistrations.get(caseNumber));
        model.addAttribute("bureau", bureaus.get(file.bureau()).name());
        return file;
    }

    private Refused missing(String caseNumber) {
        return Refused.of(404, texts.refusal("noSuchPaper", "", caseNumber));
    }
}
