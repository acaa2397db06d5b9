package org.chunfeng.casepage;

import java.util.List;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CasePapers;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.CasesAtHand;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The case beside a form. */
@RestController
@RequestMapping("/api")
class CasePanelController {

    private final CaseAccess access;
    private final CaseFiles cases;
    private final CasePanels panels;
    private final CasesAtHand atHand;
    private final Checklists checklists;

    CasePanelController(
            CaseAccess access, CaseFiles cases, CasePanels panels, CasesAtHand atHand, Checklists checklists) {
        this.access = access;
        this.cases = cases;
        this.panels = panels;
        this.atHand = atHand;
        this.checklists = checklists;
    }

    @GetMapping("/cases/{caseNumber}")
    CasePanel ofCase(@PathVariable String caseNumber) {
        return panels.of(access.reach(caseNumber), "case");
    }

    @GetMapping("/tasks/{taskId}/case")
    CasePanel ofTask(@PathVariable String taskId) {
        CasesAtHand.AtHand task = atHand.of(taskId).orElseThrow(access::outOfReach);
        return panels.of(access.reach(task.caseNumber()), task.step());
    }

    /** The case that an application became, for whoever just sent it. */
    @GetMapping("/requests/{requestId}")
    Opened ofRequest(@PathVariable String requestId) {
        return cases.findByRequest(requestId)
                .map(access::reach)
                .map(found -> new Opened(
                        found.caseNumber(), found.acceptedAt() != null, found.isClosed(), panels.papers(found)))
                .orElseThrow(access::outOfReach);
    }

    record Opened(String caseNumber, boolean accepted, boolean closed, List<CasePapers.Paper> papers) {}

    @GetMapping("/materials")
    List<CasePanel.Paper> checklist(
            @RequestParam CaseKind kind,
            @RequestParam String matter,
            @RequestParam(defaultValue = "") String taxpayerId) {
        return checklists.of(kind, matter, TaxpayerId.of(taxpayerId).value());
    }
}
