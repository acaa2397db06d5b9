package org.chunfeng.overpayment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chunfeng.casefile.Masks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists overpayments and works on many of them at once. */
@RestController
@RequestMapping("/api/overpayments")
class OverpaymentApi {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_NUMBERS = 20_000;
    private static final Set<String> CLASSIFIED_AT = Set.of(OverpaymentProcess.CLASSIFY, OverpaymentProcess.RECLASSIFY);

    private final OverpaymentSearch search;
    private final BulkWork bulk;

    OverpaymentApi(OverpaymentSearch search, BulkWork bulk) {
        this.search = search;
        this.bulk = bulk;
    }

    /** Which cases, and what would be written into the form of each. */
    record BulkRequest(
            @Nullable List<String> caseNumbers, @Nullable Map<String, Object> values) {

        List<String> numbersOrNone() {
            return caseNumbers == null ? List.of() : caseNumbers;
        }

        Map<String, Object> valuesOrNone() {
            return values == null ? Map.of() : values;
        }
    }

    @GetMapping
    OverpaymentSearch.Found find(OverpaymentFilter filter, @RequestParam(defaultValue = "50") int size) {
        var found = search.find(filter, Math.max(1, Math.min(size, LARGEST_PAGE)));
        return new OverpaymentSearch.Found(
                found.rows().stream()
                        .map(row -> row.masked(Masks.taxpayerId(row.taxpayerId())))
                        .toList(),
                found.total());
    }

    /** Only the case numbers, for choosing all that a filter finds. */
    @GetMapping("/numbers")
    List<String> numbers(OverpaymentFilter filter) {
        return search.numbers(filter, MOST_NUMBERS);
    }

    @PostMapping("/classifications")
    List<BulkResult> classify(@RequestBody BulkRequest request) throws Exception {
        return bulk.complete(CLASSIFIED_AT, request.numbersOrNone(), request.valuesOrNone());
    }

    /** The second pair of eyes over refunds that somebody else classified. */
    @PostMapping("/confirmations")
    List<BulkResult> confirm(@RequestBody BulkRequest request) throws Exception {
        return bulk.complete(Set.of(OverpaymentProcess.CONFIRM), request.numbersOrNone(), request.valuesOrNone());
    }
}
