package org.chunfeng.deregistration;

import static org.chunfeng.engine.Field.amount;
import static org.chunfeng.engine.Field.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;

/** The questions of a form: an answer each, and where it was looked up. */
final class EvidenceFields {

    /** Where things are looked up unless a question names another place. */
    static final String SOURCE = "factSource";

    private static final String[] SOURCES = {"TAX_SYSTEM", "E_TAX_BUREAU", "REGISTRAR", "INSPECTION", "PAPER", "BY_HAND"
    };

    private EvidenceFields() {}

    static List<Field> of(Collection<FactCode> codes) {
        Stream<Field> questions = codes.stream()
                .flatMap(code -> Stream.of(
                        code.isAmount() ? amount(code.field()) : text(code.field()), text(code.sourceField())));
        return Stream.concat(Stream.of(text(SOURCE)), questions).toList();
    }

    static List<Rule> rules(Collection<FactCode> codes) {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.oneOf(SOURCE, SOURCES));
        for (FactCode code : codes) {
            if (!code.isAmount()) {
                rules.add(Rule.oneOf(code.field(), "TRUE", "FALSE", "UNKNOWN"));
            }
            rules.add(Rule.oneOf(code.sourceField(), SOURCES));
        }
        rules.add((form, refusals) -> answersHaveASource(codes, form, refusals));
        return rules;
    }

    /** Anchors of a decision: whoever answers says where he looked. */
    private static void answersHaveASource(Collection<FactCode> codes, Submission form, Refusals refusals) {
        boolean nameless =
                codes.stream().anyMatch(code -> answer(form, code) != Answer.UNKNOWN && !form.has(code.sourceField()));
        if (nameless && !form.has(SOURCE)) {
            refusals.add(SOURCE, "required");
        }
    }

    static Answer answer(Submission form, FactCode code) {
        if (code.isAmount()) {
            return form.amount(code.field())
                    .map(amount -> Answer.of(amount.signum() > 0))
                    .orElse(Answer.UNKNOWN);
        }
        return switch (form.text(code.field())) {
            case "TRUE" -> Answer.TRUE;
            case "FALSE" -> Answer.FALSE;
            default -> Answer.UNKNOWN;
        };
    }

    /** What the form says of each question, known or not. */
    static List<Evidence> all(Submission form, Collection<FactCode> codes, Instant now) {
        return codes.stream().map(code -> evidence(form, code, now)).toList();
    }

    /** Only what the form answers. */
    static List<Evidence> given(Submission form, Collection<FactCode> codes, Instant now) {
        return all(form, codes, now).stream()
                .filter(known -> known.answer() != Answer.UNKNOWN)
                .toList();
    }

    private static Evidence evidence(Submission form, FactCode code, Instant now) {
        boolean asked = form.has(code.field());
        String source = asked ? form.text(form.has(code.sourceField()) ? code.sourceField() : SOURCE) : "";
        String by = form.actor().userId();
        if (code.isAmount() && asked) {
            Money amount = Money.ofYuan(form.amount(code.field()).orElseThrow());
            return Evidence.ofAmount(code, amount, source, by, now);
        }
        return Evidence.of(code, answer(form, code), source, by, now);
    }
}
