package org.chunfeng.casepage;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** What the head of every page shows. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

    private final Actors actors;
    private final People people;
    private final Bureaus bureaus;
    private final Wordings wordings;
    private final Times times;

    EveryPage(Actors actors, People people, Bureaus bureaus, Wordings wordings, Clock clock) {
        this.actors = actors;
        this.people = people;
        this.bureaus = bureaus;
        this.wordings = wordings;
        this.times = new Times(clock);
    }

    @ModelAttribute("times")
    Times times() {
        return times;
    }

    /** Looked up only where a page shows it; the interfaces for scripts never do. */
    @ModelAttribute("person")
    LazyContextVariable<Person> person() {
        Actor actor = actors.current();
        return new LazyContextVariable<>() {
            @Override
            protected Person loadValue() {
                return describe(actor);
            }
        };
    }

    private Person describe(Actor actor) {
        List<String> groups = actor.groups().stream().sorted().toList();
        String departments =
                groups.stream().map(group -> wordings.code("group", group)).collect(Collectors.joining("、"));
        String bureau = bureaus.all().stream()
                .filter(one -> one.bureau().equals(actor.bureau()))
                .map(Bureau::name)
                .findFirst()
                .orElse("");
        return new Person(actor.userId(), people.nameOf(actor.userId()), bureau, departments, groups);
    }
}
