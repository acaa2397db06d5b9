package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.sheet.SheetCell;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns what stands in a cell into what would have been typed into the form. */
@Component
class CellTexts {

    private static final LocalDate FIRST_SERIAL_DAY = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?([T ].*)?");
    private static final Pattern PACKED_DAY = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL_DAY = Pattern.compile("(\\d{4,5})(\\.\\d+)?");
    private static final Pattern NOT_OF_THE_AMOUNT = Pattern.compile("[,，￥¥\\s]|元$");
    private static final Pattern QUOTED_FORMULA = Pattern.compile("'[=+\\-@＝＋－＠].*", Pattern.DOTALL);
    private static final String TAX_ITEM = "code.taxItemCode.";

    private final Map<String, String> taxItems = new HashMap<>();

    CellTexts() throws IOException {
        var codes = new Properties();
        try (Reader file = new InputStreamReader(
                new ClassPathResource("messages/codes.properties").getInputStream(), StandardCharsets.UTF_8)) {
            codes.load(file);
        }
        codes.stringPropertyNames().stream()
                .filter(key -> key.startsWith(TAX_ITEM))
                .forEach(key -> taxItems.put(codes.getProperty(key), key.substring(TAX_ITEM.length())));
    }

    /** What cannot be read is left as it is, for the rules to refuse. */
    String read(Column.Kind kind, SheetCell cell) {
        String text = plain(cell.text());
        return switch (kind) {
            case TEXT -> text;
            case DATE -> day(text, cell.kind() == SheetCell.Kind.NUMBER);
            case AMOUNT -> NOT_OF_THE_AMOUNT.matcher(text).replaceAll("");
            case TAX_ITEM -> taxItems.getOrDefault(text, text);
        };
    }

    /** Numbers of more digits than a spreadsheet keeps have lost their end. */
    static boolean lostDigits(Column.Kind kind, SheetCell cell) {
        return kind == Column.Kind.TEXT
                && cell.kind() == SheetCell.Kind.NUMBER
                && (cell.text().length() > 15 || cell.text().contains("."));
    }

    /** The quote that keeps a spreadsheet from computing, and the tab that keeps it from rounding, are not data. */
    private static String plain(String text) {
        String stripped = text.strip();
        return QUOTED_FORMULA.matcher(stripped).matches() ? stripped.substring(1) : stripped;
    }

    private static String day(String text, boolean number) {
        try {
            for (Pattern pattern : new Pattern[] {DAY, PACKED_DAY}) {
                Matcher parts = pattern.matcher(text);
                if (parts.matches()) {
                    return LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3))
                            .toString();
                }
            }
        } catch (DateTimeException noSuchDay) {
            return text;
        }
        Matcher serial = SERIAL_DAY.matcher(text);
        return number && serial.matches()
                ? FIRST_SERIAL_DAY.plusDays(part(serial, 1)).toString()
                : text;
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
