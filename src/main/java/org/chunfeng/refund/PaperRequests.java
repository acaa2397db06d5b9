package org.chunfeng.refund;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.Materials;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** 一次性告知: one notice that names all papers still missing; each one counts. */
@Component
class PaperRequests {

    private final Refunds refunds;
    private final Materials materials;
    private final TaxpayerNotices taxpayer;

    PaperRequests(Refunds refunds, Materials materials, TaxpayerNotices taxpayer) {
        this.refunds = refunds;
        this.materials = materials;
        this.taxpayer = taxpayer;
    }

    void ask(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        String missing =
                materials.missing(caseNumber).stream().map(Material::name).collect(Collectors.joining("、"));
        taxpayer.tell(step, NoticeKind.MATERIALS, missing);
        refunds.countPaperRequest(caseNumber);
    }
}
