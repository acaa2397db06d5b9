package org.chunfeng.refund;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What the matter asks for: facts, declarations, papers. */
@Component
class MatterRules {

    private final Materials materials;
    private final CaseFiles cases;

    MatterRules(Materials materials, CaseFiles cases) {
        this.materials = materials;
        this.cases = cases;
    }

    void factsOfTheMatter(Submission application, Refusals refusals) {
        String matter = application.text("matter");
        if (List.of(RefundMatter.codes()).contains(matter)
                && RefundMatter.valueOf(matter).needsPolicyBasis()) {
            Rule.required("policyBasis").check(application, refusals);
        }
        Rule.requiredWhen("matter", "EXPORT", "exportBatch").check(application, refusals);
        Rule.requiredWhen("matter", "IIT_SETTLEMENT", "taxYear").check(application, refusals);
        if (matter.equals("INPUT_CREDIT") && !application.flag("inputCreditDeclared")) {
            refusals.add("inputCreditDeclared", "mustDeclare");
        }
        if (application.has("taxYear") && !application.text("taxYear").matches("20\\d\\d")) {
            refusals.add("taxYear", "notAYear");
        }
    }

    void applicationIsNotFromTheFuture(Submission application, Refusals refusals) {
        application
                .date("appliedOn")
                .filter(day -> day.isAfter(application.today()))
                .ifPresent(day -> refusals.add("appliedOn", "inTheFuture"));
    }

    void papersBelongToTheMatter(Submission application, Refusals refusals) {
        Set<String> known = materials.rules(CaseKind.REFUND, application.text("matter")).stream()
                .map(MaterialRule::code)
                .collect(Collectors.toSet());
        for (String field : List.of("materialsPresent", "materialsOnFile")) {
            Set<String> unknown = new HashSet<>(application.codes(field));
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                refusals.add(field, "unknownPaper", String.join("、", unknown));
            }
        }
    }

    /** Plan measure 16: only what an earlier case has on file need not be brought again. */
    void papersOnFileAreOnFile(Submission application, Refusals refusals) {
        List<String> declared = application.codes("materialsOnFile");
        if (declared.isEmpty()) {
            return;
        }
        String taxpayer = TaxpayerId.of(application.text("taxpayerId")).value();
        Set<String> missing = new HashSet<>(declared);
        missing.removeAll(materials.onFile(CaseKind.REFUND, application.text("matter"), taxpayer));
        if (!missing.isEmpty()) {
            refusals.add("materialsOnFile", "notOnFile", String.join("、", missing));
        }
    }

    /** The same application never opens two cases. */
    void applicationIsNew(Submission application, Refusals refusals) {
        Rule.requestIsNew(cases::findByRequestInTurn, cases::bureauOf).check(application, refusals);
    }
}
