package org.chunfeng.casepage;

import java.util.List;
import org.chunfeng.casefile.CaseKind;
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
    private final CasePanels panels;
    private final CasesAtHand atHand;
    private final Checklists checklists;

    CasePanelController(CaseAccess access, CasePanels panels, CasesAtHand atHand, Checklists checklists) {
        this.access = access;
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
        CasesAtHand.AtHand task = atHand.of(taskId).orElseThrow(access::noSuchCase);
        return panels.of(access.reach(task.caseNumber()), task.step());
    }

    @GetMapping("/materials")
    List<CasePanel.Paper> checklist(
            @RequestParam CaseKind kind,
            @RequestParam String matter,
            @RequestParam(defaultValue = "") String taxpayerId) {
        return checklists.of(kind, matter, TaxpayerId.of(taxpayerId).value());
    }
}
