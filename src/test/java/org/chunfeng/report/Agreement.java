package org.chunfeng.report;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Holds every figure of an overview against the recount. */
final class Agreement {

    private final Recount recount;
    private final Moment moment;

    Agreement(Recount recount, Moment moment) {
        this.recount = recount;
        this.moment = moment;
    }

    void check(Overview overview) {
        Scope scope = overview.scope();
        assertThat(flow(overview.flow())).as("cases of %s", scope).isEqualTo(flow(recount.ofCases(scope)));
        assertThat(overview.clocks()).as("deadlines of %s", scope).isEqualTo(recount.ofClocks(scope));
        assertThat(overview.pace()).as("promises of %s", scope).isEqualTo(recount.ofPromises(scope));
        assertThat(overview.due()).as("due in %s", scope).isEqualTo(recount.due(scope, moment));
        assertThat(overview.overrun()).as("overruns of %s", scope).isEqualTo(recount.overrun(scope));
        assertThat(counts(overview.spread())).as("spread of %s", scope).isEqualTo(recount.spread(scope));
        assertThat(counts(overview.causes())).as("causes of %s", scope).isEqualTo(recount.causes(scope));
        rows(overview);
    }

    /** Every row of every breakdown is a view of its own, down to stock and increase, and each export average. */
    private void rows(Overview overview) {
        overview.bureaus().forEach(this::checkCases);
        overview.matters().forEach(this::checkCases);
        overview.stocks()
                .forEach(line -> assertThat(flow(line.counts()))
                        .as("stock of %s", line.scope())
                        .isEqualTo(flow(recount.ofCases(line.scope()))));
        overview.steps()
                .forEach(line -> assertThat(line.counts())
                        .as("step %s", line.scope())
                        .isEqualTo(recount.ofClocks(line.scope())));
        overview.averages().forEach(line -> {
            Counts exports = recount.exports(line.scope());
            assertThat(line.counts().measured())
                    .as("exports of %s", line.scope())
                    .isEqualTo(exports.measured());
            assertThat(line.counts().used()).as("exports of %s", line.scope()).isEqualTo(exports.used());
            assertThat(line.counts().allowed())
                    .as("exports of %s", line.scope())
                    .isEqualTo(exports.allowed());
        });
    }

    private void checkCases(Line line) {
        assertThat(flow(line.counts())).as("cases of %s", line.scope()).isEqualTo(flow(recount.ofCases(line.scope())));
        assertThat(line.clocks()).as("deadlines of %s", line.scope()).isEqualTo(recount.ofClocks(line.scope()));
        assertThat(line.pace()).as("promises of %s", line.scope()).isEqualTo(recount.ofPromises(line.scope()));
        assertThat(line.due()).as("due in %s", line.scope()).isEqualTo(recount.due(line.scope(), moment));
    }

    private static Map<String, Long> counts(List<Bar> bars) {
        return bars.stream().collect(toMap(Bar::value, Bar::count));
    }

    static Counts flow(Counts counts) {
        return new Counts(counts.carried(), counts.received(), counts.finished(), counts.late(), 0, 0, 0, 0);
    }
}
