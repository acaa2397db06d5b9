package org.chunfeng.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens many cases with one statement each for numbers, files and events; for lists that come by the thousand. */
@Component
public class CaseBatch {

    private static final String OPEN = """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, amount_fen,
                channel, status, opened_by, opened_at, applied_at, arisen_on)
            select case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, amount_fen,
                channel, 'RECEIVED', opened_by, ?, ?, arisen_on
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::text[], ?::date[]) as opening (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id,
                taxpayer_name, amount_fen, channel, opened_by, arisen_on)
            """;

    private static final String RECORD = """
            insert into case_event (case_number, at, actor, step, action)
            select case_number, ?, actor, ?, ? from unnest(?::text[], ?::text[]) as event (case_number, actor)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New case numbers, one for each of the bureaus, in their order. */
    public List<String> numbers(CaseKind kind, List<String> bureaus) {
        return jdbc.sql("""
                        select next_case_number(?, bureau, ?)
                        from unnest(?::text[]) with ordinality as wanted (bureau, position) order by position
                        """)
                .params(String.valueOf(kind.letter()), today(), bureaus.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Opens the cases under these numbers and notes who opened them. */
    public void open(Map<String, NewCase> openings, String step, String action) {
        if (openings.isEmpty()) {
            return;
        }
        var ordered = new LinkedHashMap<>(openings);
        Timestamp now = Timestamp.from(clock.instant());
        String[] numbers = ordered.keySet().toArray(String[]::new);
        var cases = List.copyOf(ordered.values());
        jdbc.sql(OPEN)
                .params(now, now, numbers)
                .param(texts(cases, opening -> opening.kind().name()))
                .param(texts(cases, NewCase::matter))
                .param(texts(cases, NewCase::taxpayerClass))
                .param(texts(cases, NewCase::bureau))
                .param(texts(cases, NewCase::taxpayerId))
                .param(texts(cases, NewCase::taxpayerName))
                .param(texts(cases, opening -> String.valueOf(opening.amountFen())))
                .param(texts(cases, NewCase::channel))
                .param(texts(cases, NewCase::openedBy))
                .param(texts(cases, opening -> String.valueOf(opening.arisenOn())))
                .update();
        jdbc.sql(RECORD)
                .params(now, step, action, numbers, texts(cases, NewCase::openedBy))
                .update();
    }

    private int today() {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, clock.getZone()).getYear();
    }

    private static String[] texts(List<NewCase> cases, Function<NewCase, String> column) {
        return cases.stream().map(column).toArray(String[]::new);
    }
}
