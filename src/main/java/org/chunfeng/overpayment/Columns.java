package org.chunfeng.overpayment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chunfeng.sheet.SheetRefused;
import org.chunfeng.sheet.SheetRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the platform's columns by their Chinese headers, however they are ordered and whatever stands above them. */
@Component
class Columns {

    static final int SEARCHED_ROWS = 20;

    private static final int LIKE_A_HEADER = 4;

    private final Map<Column, String> names = new EnumMap<>(Column.class);
    private final Map<String, Column> byHeader = new HashMap<>();

    Columns(MessageSource messages) {
        for (Column column : Column.values()) {
            String[] headers = messages.getMessage("overpayment.column." + column.field(), null, Locale.CHINA)
                    .split("\\|");
            names.put(column, headers[0]);
            Arrays.stream(headers).forEach(header -> byHeader.put(plain(header), column));
        }
    }

    /** What a column is called in files that we write. */
    String name(Column column) {
        return names.getOrDefault(column, column.field());
    }

    List<String> names() {
        return Arrays.stream(Column.values()).map(this::name).toList();
    }

    /** Where the columns are, if this row is the header; refused when it is one and lacks columns. */
    Optional<Map<Column, Integer>> places(SheetRow row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        IntStream.range(0, row.cells().size()).forEach(place -> {
            Column column = byHeader.get(plain(row.cell(place).text()));
            if (column != null && places.put(column, place) != null) {
                throw new SheetRefused("import.twoColumns", name(column));
            }
        });
        if (places.size() < LIKE_A_HEADER) {
            return Optional.empty();
        }
        List<String> missing = Column.required().stream()
                .filter(column -> !places.containsKey(column))
                .map(this::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new SheetRefused("import.missingColumns", missing.stream().collect(Collectors.joining("、")));
        }
        return Optional.of(places);
    }

    /** Blanks, stars and the width of brackets make no other header. */
    private static String plain(String header) {
        return header.replaceAll("[\\s\\u3000*＊\\uFEFF']", "").replace('（', '(').replace('）', ')');
    }
}
