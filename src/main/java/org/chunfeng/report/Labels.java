package org.chunfeng.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** The names people know for what reports group by. */
@Component
class Labels {

    private final Bureaus bureaus;
    private final People people;
    private final Texts texts;

    Labels(Bureaus bureaus, People people, Texts texts) {
        this.bureaus = bureaus;
        this.people = people;
        this.texts = texts;
    }

    List<Bureau> bureaus() {
        return bureaus.all();
    }

    Map<String, String> bureauNames() {
        return bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
    }

    Map<String, String> namesOf(List<String> accounts) {
        return people.namesOf(accounts.stream().filter(one -> !one.isEmpty()).toList());
    }

    String step(String step) {
        return texts.code("step", step);
    }

    String cause(String cause) {
        return cause.isEmpty() ? texts.code("report", "noCause") : texts.code("cause", cause);
    }

    /** The name of the account that a view is narrowed to; empty when it is not. */
    String person(String person) {
        if (person.equals(Scope.NOBODY)) {
            return nobody();
        }
        return person.isEmpty() ? "" : people.nameOf(person);
    }

    String nobody() {
        return texts.code("report", "nobody");
    }

    /** The matter; of a kind without matters, the kind itself. */
    String matter(String kind, String matter) {
        return matter.isEmpty() ? texts.code("kind", kind) : texts.code("matter", matter);
    }

    String code(String list, String code) {
        return texts.code(list, code);
    }
}
