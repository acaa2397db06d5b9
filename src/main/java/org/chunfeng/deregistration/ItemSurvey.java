package org.chunfeng.deregistration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Finds the open items of a case: in what is known of it, and in its checklist (细则 §16). */
@Component
class ItemSurvey {

    static final String UNFILED = "UNFILED";
    static final String OTHER = "OTHER";

    /** Which answer to which question is an open item. */
    private static final Map<FactCode, Answer> OPEN_WHEN = new LinkedHashMap<>();

    static {
        OPEN_WHEN.put(FactCode.TAX_OWED, Answer.TRUE);
        OPEN_WHEN.put(FactCode.LATE_FEE, Answer.TRUE);
        OPEN_WHEN.put(FactCode.FINE, Answer.TRUE);
        OPEN_WHEN.put(FactCode.OVERPAID, Answer.TRUE);
        OPEN_WHEN.put(FactCode.INVOICES_CLEARED, Answer.FALSE);
        OPEN_WHEN.put(FactCode.DEVICE_CLEARED, Answer.FALSE);
    }

    private final Evidences evidences;
    private final Materials materials;
    private final OpenItems items;
    private final Texts texts;

    ItemSurvey(Evidences evidences, Materials materials, OpenItems items, Texts texts) {
        this.evidences = evidences;
        this.materials = materials;
        this.items = items;
        this.texts = texts;
    }

    /** Raises what is open by what is known now, and settles what no longer is. */
    void facts(String caseNumber, String by) {
        List<String> open = items.open(caseNumber).stream().map(OpenItem::code).toList();
        for (Evidence known : evidences.of(caseNumber)) {
            Answer openWhen = OPEN_WHEN.get(known.code());
            String item = known.code().name();
            if (openWhen == null) {
                continue;
            }
            if (known.answer() == openWhen) {
                items.raise(caseNumber, item, name(known), by);
            } else if (known.answer() != Answer.UNKNOWN && open.contains(item)) {
                items.settle(caseNumber, List.of(item), by);
            }
        }
    }

    /** Raises every missing paper of the checklist. */
    void papers(String caseNumber, String by) {
        for (Material missing : materials.missing(caseNumber)) {
            items.raise(caseNumber, OpenItem.PAPER + missing.code(), missing.name(), by);
        }
    }

    /** The fact that an item stands for, answered as it is once the item is settled; empty for papers and others. */
    static Map<FactCode, Answer> settled(List<String> codes) {
        Map<FactCode, Answer> answers = new LinkedHashMap<>();
        OPEN_WHEN.forEach((code, openWhen) -> {
            if (codes.contains(code.name())) {
                answers.put(code, openWhen == Answer.TRUE ? Answer.FALSE : Answer.TRUE);
            }
        });
        if (codes.contains(UNFILED)) {
            answers.put(FactCode.ABNORMAL, Answer.FALSE);
        }
        return answers;
    }

    private String name(Evidence known) {
        String kind = texts.code("openItem", known.code().name());
        return known.amount() == null
                ? kind
                : texts.refusal("itemWithAmount", kind, known.amount().toString());
    }
}
