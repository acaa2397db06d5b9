package org.chunfeng.audit;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What a person reads of an accountability case. */
@Component
class AuditFacts implements CaseFacts {

    private final AuditCases audits;
    private final Texts texts;

    AuditFacts(AuditCases audits, Texts texts) {
        this.audits = audits;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.AUDIT;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        AuditCase audit = audits.get(caseNumber);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("lateCase", audit.lateCase()));
        facts.add(fact("lateStep", texts.code("step", audit.lateStep())));
        facts.add(fact(
                "lateHandler",
                audit.lateHandler() == null ? texts.code("group", audit.lateGroup()) : audit.lateHandler()));
        if (audit.cause() != null) {
            facts.add(fact("cause", texts.code("cause", audit.cause())));
            facts.add(fact("explanation", audit.explanation()));
        }
        if (!audit.referral().isEmpty()) {
            facts.add(fact("referral", audit.referral()));
        }
        if (audit.conclusion() != null) {
            facts.add(fact("conclusion", texts.code("conclusion", audit.conclusion())));
            facts.add(fact("opinion", audit.opinion()));
        }
        return List.of(FactGroup.of(texts.label("group.breach"), facts));
    }

    private Fact fact(String field, String value) {
        return Fact.of(texts.label(field), value);
    }
}
