package org.chunfeng.deregistration;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The 批量零申报确认表 of a case as people read it: the periods of each tax. */
@Component
class ZeroSheet {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final ZeroDeclarations zeros;
    private final Texts texts;

    ZeroSheet(ZeroDeclarations zeros, Texts texts) {
        this.zeros = zeros;
        this.texts = texts;
    }

    /** A tax with its periods. */
    record Tax(String name, List<Period> periods) {}

    /**
     * One period.
     *
     * @param zero what was confirmed; null before
     */
    record Period(String code, String text, @Nullable Boolean zero) {}

    List<Tax> of(String caseNumber) {
        Map<String, List<Period>> byItem = zeros.of(caseNumber).stream()
                .collect(Collectors.groupingBy(
                        line -> line.period().taxItem(),
                        LinkedHashMap::new,
                        Collectors.mapping(ZeroSheet::period, Collectors.toList())));
        return byItem.entrySet().stream()
                .map(tax -> new Tax(texts.code("taxItemCode", tax.getKey()), tax.getValue()))
                .toList();
    }

    private static Period period(ZeroDeclarations.Line line) {
        String from = MONTH.format(line.period().from());
        String to = MONTH.format(line.period().to());
        return new Period(line.period().code(), from.equals(to) ? from : from + " – " + to, line.zero());
    }
}
