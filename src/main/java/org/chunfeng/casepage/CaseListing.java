package org.chunfeng.casepage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseSearch;
import org.chunfeng.casefile.Masks;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of cases for one person: the own county, for the prefecture's people every county. */
@Component
class CaseListing {

    static final int PAGE_SIZE = 20;
    private static final int NEWEST = 8;

    private final CaseSearch search;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Wordings wordings;

    CaseListing(CaseSearch search, Bureaus bureaus, Actors actors, Wordings wordings) {
        this.search = search;
        this.bureaus = bureaus;
        this.actors = actors;
        this.wordings = wordings;
    }

    /** One case in a list, personal numbers masked. */
    record Row(
            CaseFile file,
            String taxpayerId,
            String kind,
            String matter,
            @Nullable String amount,
            String bureau,
            String status,
            String outcome) {}

    /** One page of a list. */
    record Page(List<Row> rows, long total, int page, int pages) {}

    List<Row> newest() {
        Actor actor = actors.current();
        return rows(search.newest(actor.prefecture() ? null : actor.bureau(), NEWEST));
    }

    Page find(CaseFilter filter) {
        Actor actor = actors.current();
        String bureau = actor.prefecture() ? filter.bureauOrNull() : actor.bureau();
        var found = search.find(new CaseSearch.Query(
                bureau, filter.kind(), filter.status(), filter.textOrEmpty(), filter.pageOrFirst(), PAGE_SIZE));
        int pages = (int) Math.max(1, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE);
        return new Page(rows(found.cases()), found.total(), filter.pageOrFirst(), pages);
    }

    private List<Row> rows(List<CaseFile> cases) {
        Map<String, String> names = bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
        return cases.stream().map(file -> row(file, names)).toList();
    }

    private Row row(CaseFile file, Map<String, String> bureauNames) {
        return new Row(
                file,
                Masks.taxpayerId(file.taxpayerId()),
                wordings.code("kind", file.kind().name()),
                file.matter().isEmpty()
                        ? wordings.code("kind", file.kind().name())
                        : wordings.code("matter", file.matter()),
                file.amountFen() == null ? null : new Money(file.amountFen()).toString(),
                bureauNames.getOrDefault(file.bureau(), file.bureau()),
                wordings.code("status", file.status().name()),
                wordings.code("outcome", file.outcome()));
    }
}
