package org.chunfeng.overpayment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What becomes of each row, in the order of the file; empty when the chunk before did not come through. */
    Optional<List<RowResult>> write(long importId, String loader, List<ListRow> rows, Turn turn) {
        List<String> keys = rows.stream()
                .filter(row -> row.found() != null)
                .map(row -> row.found().naturalKey())
                .distinct()
                .toList();
        overpayments.waitNotTooLong();
        Map<Integer, RowResult> results = new HashMap<>();
        turn.awaitClaim();
        open(importId, loader, firstOfTheirKind(rows, overpayments.known(keys)), results, turn);
        if (!turn.awaitCommit()) {
            return Optional.empty();
        }
        if (results.size() < rows.size()) {
            judge(importId, loader, rows, results, overpayments.known(keys));
        }
        return Optional.of(rows.stream().map(row -> results.get(row.number())).toList());
    }

    /** Rows that opened nothing: wrong ones, and those whose case is there, maybe since a moment. */
    private void judge(
            long importId,
            String loader,
            List<ListRow> rows,
            Map<Integer, RowResult> results,
            Map<String, KnownOverpayment> found) {
        var known = new HashMap<>(found);
        results.values().stream()
                .map(RowResult::caseNumber)
                .collect(Collectors.toSet())
                .forEach(opened ->
                        known.replaceAll((key, one) -> one.caseNumber().equals(opened) ? one.ofThisFile() : one));
        for (ListRow row : rows) {
            results.computeIfAbsent(row.number(), number -> result(row, known, loader));
        }
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

    /** Opens what is new; a row that somebody else opened in this very moment gets no result here. */
    private void open(long importId, String loader, List<ListRow> fresh, Map<Integer, RowResult> results, Turn turn) {
        Map<Numbered, NewCase> openings = new LinkedHashMap<>();
        if (!fresh.isEmpty()) {
            List<Numbered> numbered = numbered(fresh);
            Set<String> won = overpayments.claim(importId, numbered);
            numbered.stream()
                    .filter(row -> won.contains(row.caseNumber()))
                    .forEach(row -> openings.put(row, newCase(row, loader)));
        }
        turn.claimed();
        for (Numbered row : openings.keySet()) {
            int number = row.row().number();
            results.put(number, new RowResult(number, RowResult.Outcome.ACCEPTED, row.caseNumber(), "", null));
        }
        starts.start(openings, loader);
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
        if (!before.bureau().equals(row.bureau())) {
            return new RowResult(row.number(), RowResult.Outcome.REJECTED, null, changes.elsewhere(), row.cells());
        }
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
