package org.chunfeng.overpayment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chunfeng.casefile.CaseBatch;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.overpayment.OverpaymentBatch.Numbered;
import org.springframework.stereotype.Component;

/** Turns some hundred checked rows into running cases, in the caller's transaction: all of them or none. */
@Component
class ImportChunk {

    private final OverpaymentBatch overpayments;
    private final OverpaymentMatters matters;
    private final CaseBatch cases;
    private final BatchStart starts;
    private final RowChanges changes;
    private final Clock clock;

    ImportChunk(
            OverpaymentBatch overpayments,
            OverpaymentMatters matters,
            CaseBatch cases,
            BatchStart starts,
            RowChanges changes,
            Clock clock) {
        this.overpayments = overpayments;
        this.matters = matters;
        this.cases = cases;
        this.starts = starts;
        this.changes = changes;
        this.clock = clock;
    }

    /** What becomes of each row, in the order of the file. */
    List<RowResult> write(long importId, String loader, List<ListRow> rows) {
        List<FoundOverpayment> good = rows.stream()
                .filter(row -> row.found() != null)
                .map(ListRow::found)
                .toList();
        var known = new HashMap<>(overpayments.known(
                good.stream().map(FoundOverpayment::naturalKey).distinct().toList()));
        Map<Integer, RowResult> results = new HashMap<>();
        List<ListRow> fresh = open(importId, loader, firstOfTheirKind(rows, known), known, results);
        known.putAll(overpayments.known(
                fresh.stream().map(row -> row.found().naturalKey()).toList()));
        for (ListRow row : rows) {
            results.computeIfAbsent(row.number(), number -> result(row, known, loader));
        }
        return rows.stream().map(row -> results.get(row.number())).toList();
    }

    private static List<ListRow> firstOfTheirKind(List<ListRow> rows, Map<String, KnownOverpayment> known) {
        Map<String, ListRow> fresh = new LinkedHashMap<>();
        for (ListRow row : rows) {
            if (row.found() != null && !known.containsKey(row.found().naturalKey())) {
                fresh.putIfAbsent(row.found().naturalKey(), row);
            }
        }
        return List.copyOf(fresh.values());
    }

    /** Opens what is new; answers the rows that somebody else opened in this very moment. */
    private List<ListRow> open(
            long importId,
            String loader,
            List<ListRow> fresh,
            Map<String, KnownOverpayment> known,
            Map<Integer, RowResult> results) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Numbered> numbered = numbered(fresh);
        Set<String> won = overpayments.claim(importId, numbered);
        Map<Numbered, NewCase> openings = new LinkedHashMap<>();
        List<ListRow> lost = new ArrayList<>();
        for (Numbered row : numbered) {
            if (!won.contains(row.caseNumber())) {
                lost.add(row.row());
                continue;
            }
            openings.put(row, newCase(row, loader));
            known.put(row.found().naturalKey(), justOpened(row));
            results.put(
                    row.row().number(),
                    new RowResult(row.row().number(), RowResult.Outcome.ACCEPTED, row.caseNumber(), "", null));
        }
        starts.start(openings, loader);
        return lost;
    }

    private List<Numbered> numbered(List<ListRow> fresh) {
        List<String> numbers = cases.numbers(
                CaseKind.OVERPAYMENT, fresh.stream().map(ListRow::bureau).toList());
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            ListRow row = fresh.get(i);
            numbered.add(new Numbered(numbers.get(i), row, Objects.requireNonNull(row.found())));
        }
        return numbered;
    }

    private RowResult result(ListRow row, Map<String, KnownOverpayment> known, String loader) {
        FoundOverpayment found = row.found();
        if (found == null) {
            return new RowResult(row.number(), RowResult.Outcome.REJECTED, null, row.reason(), row.cells());
        }
        KnownOverpayment before = Objects.requireNonNull(known.get(found.naturalKey()));
        if (before.isSame(found)) {
            return new RowResult(
                    row.number(), RowResult.Outcome.DUPLICATE, before.caseNumber(), changes.same(before), null);
        }
        if (before.open()) {
            known.put(found.naturalKey(), before.corrected(found));
        }
        String reason = changes.apply(before, found, loader);
        return new RowResult(row.number(), RowResult.Outcome.CHANGED, before.caseNumber(), reason, row.cells());
    }

    private static KnownOverpayment justOpened(Numbered row) {
        return new KnownOverpayment(
                row.found().naturalKey(),
                row.caseNumber(),
                row.found().taxpayerName(),
                row.found().overpaid().fen(),
                true,
                true);
    }

    private NewCase newCase(Numbered row, String loader) {
        FoundOverpayment found = row.found();
        return new NewCase(
                CaseKind.OVERPAYMENT,
                matters.of(found.arisenOn()),
                "OTHER",
                row.row().bureau(),
                found.taxpayerId(),
                found.taxpayerName(),
                found.overpaid().fen(),
                "PLATFORM",
                null,
                null,
                loader,
                clock.instant(),
                found.arisenOn());
    }
}
