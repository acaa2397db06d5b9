package org.chunfeng.refund;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What a clerk may say of the papers that were brought. */
@Component
class PaperRules {

    private final Materials materials;
    private final CaseFiles cases;
    private final Documents documents;

    PaperRules(Materials materials, CaseFiles cases, Documents documents) {
        this.materials = materials;
        this.cases = cases;
        this.documents = documents;
    }

    /** Attachments are one's own uploads, or the case's already. */
    void documentsAreYours(Submission submission, Refusals refusals) {
        String caseNumber = submission.caseNumber() == null ? "" : submission.caseNumber();
        if (!documents.mayAttach(
                submission.codes("documents"), submission.actor().userId(), caseNumber)) {
            refusals.add("documents", "notYourDocument");
        }
    }

    void papersAreOfTheCase(Submission submission, Refusals refusals) {
        Set<String> unknown = new HashSet<>(submission.codes("materialsPresent"));
        unknown.removeAll(materials.of(submission.caseNumber()).stream()
                .map(Material::code)
                .collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            refusals.add("materialsPresent", "unknownPaper", String.join("、", unknown));
        }
    }

    /** Plan measure 16: only what an earlier case has on file counts as on file. */
    void papersOnFileAreOnFile(Submission submission, Refusals refusals) {
        CaseFile caseFile = cases.get(submission.caseNumber());
        Set<String> missing = new HashSet<>(submission.codes("materialsOnFile"));
        missing.removeAll(materials.onFile(caseFile.kind(), caseFile.matter(), caseFile.taxpayerId()));
        if (!missing.isEmpty()) {
            refusals.add("materialsOnFile", "notOnFile", String.join("、", missing));
        }
    }

    /** 优化营商环境条例 §36: to ask once more needs a leader, who needs a reason. */
    void anotherRequestHasReason(Submission submission, Refusals refusals) {
        boolean stillMissing = materials.missing(submission.caseNumber()).stream()
                .anyMatch(material -> !submission.codes("materialsPresent").contains(material.code()));
        if (stillMissing) {
            Rule.required("secondRequestReason").check(submission, refusals);
        }
    }

    /** Papers go on to the reviewer only when all that was asked for is there. */
    void nothingIsMissing(Submission submission, Refusals refusals) {
        String missing = materials.missing(submission.caseNumber()).stream()
                .filter(material -> !submission.codes("materialsPresent").contains(material.code()))
                .map(Material::name)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            refusals.add("materialsPresent", "stillMissing", missing);
        }
    }
}
