package org.chunfeng.modelview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Texts;
import org.chunfeng.engine.WaitingCases;
import org.chunfeng.modelview.OpenClocks.Waiting;
import org.springframework.stereotype.Component;

/** The cases behind a number on a model. */
@Component
class ModelCases {

    static final int PAGE_SIZE = 50;

    private final OpenClocks clocks;
    private final HeldUp heldUp;
    private final WaitingCases waiting;
    private final CaseFiles cases;
    private final Bureaus bureaus;
    private final Texts texts;

    ModelCases(OpenClocks clocks, HeldUp heldUp, WaitingCases waiting, CaseFiles cases, Bureaus bureaus, Texts texts) {
        this.clocks = clocks;
        this.heldUp = heldUp;
        this.waiting = waiting;
        this.cases = cases;
        this.bureaus = bureaus;
        this.texts = texts;
    }

    /** One case as people read it. */
    public record Row(Waiting at, String bureau, String matter, String state) {}

    /** The cases that stand so at a place of a model. */
    List<Row> page(String process, ModelViews.Row place, Standing standing, String bureau, int page) {
        int offset = (page - 1) * PAGE_SIZE;
        if (place.clocked()) {
            return rows(clocks.page(place.step(), standing, bureau, PAGE_SIZE, offset));
        }
        if (standing == Standing.OPEN) {
            return rows(open(waiting.page(process, place.step(), bureau, offset, PAGE_SIZE), place.clock()));
        }
        List<String> here = heldUp.cases(process, place.step(), place.clock(), standing, bureau);
        return rows(clocks.at(
                place.clock(), here.stream().skip(offset).limit(PAGE_SIZE).toList()));
    }

    /** With the clock that counts for each, where there is one. */
    private List<Waiting> open(List<String> numbers, String clock) {
        Map<String, Waiting> clocked =
                clocks.at(clock, numbers).stream().collect(Collectors.toMap(Waiting::caseNumber, one -> one));
        return numbers.stream()
                .map(number -> clocked.containsKey(number) ? clocked.get(number) : waiting(cases.get(number)))
                .toList();
    }

    private static Waiting waiting(CaseFile file) {
        return new Waiting(
                file.caseNumber(),
                file.taxpayerName(),
                file.bureau(),
                file.kind().name(),
                file.matter(),
                file.openedAt(),
                null,
                "OPEN");
    }

    private List<Row> rows(List<Waiting> found) {
        Map<String, String> names = bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
        return found.stream()
                .map(one -> new Row(
                        one,
                        names.getOrDefault(one.bureau(), one.bureau()),
                        one.matter().isEmpty() ? texts.code("kind", one.kind()) : texts.code("matter", one.matter()),
                        texts.code("standing", one.state())))
                .toList();
    }
}
