package org.chunfeng.casepage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.springframework.stereotype.Component;

/** The checklist of papers of a matter or a case, as forms and pages show it. */
@Component
class Checklists {

    private final Materials materials;
    private final Wordings wordings;

    Checklists(Materials materials, Wordings wordings) {
        this.materials = materials;
        this.wordings = wordings;
    }

    /** What a matter asks this taxpayer for, before there is a case. */
    List<CasePanel.Paper> of(CaseKind kind, String matter, String taxpayerId) {
        Set<String> onFile = Set.copyOf(materials.onFile(kind, matter, taxpayerId));
        return materials.rules(kind, matter).stream()
                .map(rule -> paper(rule, onFile, ""))
                .toList();
    }

    /** The papers of a case with their states: the matter's in their order, then what the matter no longer lists. */
    List<CasePanel.Paper> of(CaseFile caseFile) {
        Map<String, Material> states = materials.of(caseFile.caseNumber()).stream()
                .collect(Collectors.toMap(Material::code, Function.identity()));
        Set<String> onFile = Set.copyOf(materials.onFile(caseFile.kind(), caseFile.matter(), caseFile.taxpayerId()));
        List<MaterialRule> rules = materials.rules(caseFile.kind(), caseFile.matter());
        Set<String> listed = rules.stream().map(MaterialRule::code).collect(Collectors.toSet());
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> states.isEmpty() || states.containsKey(rule.code()))
                                .map(rule -> paper(
                                        rule,
                                        onFile,
                                        states.containsKey(rule.code())
                                                ? states.get(rule.code()).state()
                                                : "")),
                        states.values().stream()
                                .filter(state -> !listed.contains(state.code()))
                                .map(this::unlisted))
                .toList();
    }

    private CasePanel.Paper paper(MaterialRule rule, Set<String> onFile, String state) {
        return new CasePanel.Paper(
                rule.code(),
                rule.name(),
                rule.demand(),
                rule.reusable(),
                rule.reusable() && onFile.contains(rule.code()),
                state,
                wordings.code("materialState", state));
    }

    private CasePanel.Paper unlisted(Material material) {
        return new CasePanel.Paper(
                material.code(),
                material.name(),
                "REQUIRED",
                false,
                false,
                material.state(),
                wordings.code("materialState", material.state()));
    }
}
