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
    private final WaitingCases waiting;
    private final CaseFiles cases;
    private final Bureaus bureaus;
    private final Texts texts;

    ModelCases(OpenClocks clocks, WaitingCases waiting, CaseFiles cases, Bureaus bureaus, Texts texts) {
        this.clocks = clocks;
        this.waiting = waiting;
        this.cases = cases;
        this.bureaus = bureaus;
        this.texts = texts;
    }

    /** One case as people read it. */
    public record Row(Waiting at, String bureau, String matter, String state) {}

    /** The cases whose clock of a step stands so. */
    List<Row> clocked(String step, Standing standing, String bureau, int page) {
        return rows(clocks.page(step, standing, bureau, PAGE_SIZE, (page - 1) * PAGE_SIZE));
    }

    /** The cases that wait at a place that has no clock of its own. */
    List<Row> unclocked(String process, String place, String bureau, int page) {
        return rows(waiting.page(process, place, bureau, (page - 1) * PAGE_SIZE, PAGE_SIZE).stream()
                .map(cases::get)
                .map(ModelCases::waiting)
                .toList());
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
