package org.chunfeng.deregistration;

import java.util.List;
import org.chunfeng.casefile.Materials;
import org.springframework.stereotype.Component;

/** Marks items as settled; a paper that came is also ticked off on the checklist. */
@Component
class SettledItems {

    private final OpenItems items;
    private final Materials materials;

    SettledItems(OpenItems items, Materials materials) {
        this.items = items;
        this.materials = materials;
    }

    void record(String caseNumber, List<String> codes, String by) {
        items.settle(caseNumber, codes, by);
        materials.receive(
                caseNumber,
                codes.stream()
                        .filter(code -> code.startsWith(OpenItem.PAPER))
                        .map(code -> code.substring(OpenItem.PAPER.length()))
                        .toList());
    }
}
