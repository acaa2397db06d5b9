package org.chunfeng.overpayment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.chunfeng.sheet.SheetCell;
import org.chunfeng.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** Checks the rows of a list by the rules of the form, for one person who loads it. */
@Component
class RowCheck {

    private final Checks checks;
    private final Columns columns;
    private final CellTexts texts;
    private final Texts words;
    private final Bureaus bureaus;

    RowCheck(Checks checks, Columns columns, CellTexts texts, Texts words, Bureaus bureaus) {
        this.checks = checks;
        this.columns = columns;
        this.texts = texts;
        this.words = words;
        this.bureaus = bureaus;
    }

    /** A check of many rows; the bureaus are read once. */
    OfList of(Map<Column, Integer> places, Actor loader, LocalDate today) {
        Map<String, String> known = new HashMap<>();
        for (Bureau bureau : bureaus.all()) {
            known.put(bureau.bureau(), bureau.bureau());
            known.put(bureau.name(), bureau.bureau());
            known.put(bureau.areaCode(), bureau.bureau());
            known.put("国家税务总局" + bureau.name(), bureau.bureau());
        }
        return new OfList(places, loader, today, known);
    }

    final class OfList {

        private final Map<Column, Integer> places;
        private final Actor loader;
        private final LocalDate today;
        private final Map<String, String> knownBureaus;

        private OfList(Map<Column, Integer> places, Actor loader, LocalDate today, Map<String, String> knownBureaus) {
            this.places = places;
            this.loader = loader;
            this.today = today;
            this.knownBureaus = knownBureaus;
        }

        ListRow check(SheetRow row) {
            List<String> problems = new ArrayList<>();
            Map<String, Object> values = values(row, problems);
            String named = String.valueOf(values.getOrDefault(Column.TAX_BUREAU.field(), ""));
            values.remove(Column.TAX_BUREAU.field());
            String bureau = bureau(named, problems);
            var submission = new Submission(OverpaymentEntrances.ROW, null, loader, today, values);
            for (Refusal refusal : checks.check(OverpaymentProcess.KEY, submission)) {
                problems.add(refusal.message());
            }
            if (!problems.isEmpty()) {
                return new ListRow(row.number(), bureau, null, reason(row, problems), cells(row));
            }
            return new ListRow(row.number(), bureau, FoundOverpayment.of(submission), "", cells(row));
        }

        private Map<String, Object> values(SheetRow row, List<String> problems) {
            Map<String, Object> values = new HashMap<>();
            places.forEach((column, place) -> {
                SheetCell cell = row.cell(place);
                String trouble = trouble(column, cell);
                if (!trouble.isEmpty()) {
                    problems.add(words.refusal(trouble, "", columns.name(column)));
                }
                String text = texts.read(column.kind(), cell);
                if (!text.isEmpty()) {
                    values.put(column.field(), text);
                }
            });
            if (values.containsKey(Column.OVERRIDE_REASON.field())) {
                values.put("taxpayerIdOverride", "true");
            }
            return values;
        }

        private static String trouble(Column column, SheetCell cell) {
            if (cell.kind() == SheetCell.Kind.FORMULA) {
                return "import.formula";
            }
            if (cell.kind() == SheetCell.Kind.ERROR) {
                return "import.cellError";
            }
            return CellTexts.lostDigits(column.kind(), cell) ? "import.lostDigits" : "";
        }

        private String bureau(String named, List<String> problems) {
            if (named.isEmpty() && !loader.prefecture()) {
                return loader.bureau();
            }
            String bureau = knownBureaus.get(named);
            if (named.isEmpty()) {
                problems.add(words.refusal("import.bureauMissing", ""));
            } else if (bureau == null) {
                problems.add(words.refusal("import.unknownBureau", "", named));
            } else if (!loader.reaches(bureau)) {
                problems.add(words.refusal("import.otherBureau", "", named));
            }
            return bureau == null ? loader.bureau() : bureau;
        }

        private String reason(SheetRow row, List<String> problems) {
            if (row.merged()) {
                problems.add(0, words.refusal("import.merged", ""));
            }
            return Refusal.joined(problems);
        }

        private List<String> cells(SheetRow row) {
            List<String> cells = new ArrayList<>();
            for (Column column : Column.values()) {
                Integer place = places.get(column);
                cells.add(place == null ? "" : row.cell(place).text().strip());
            }
            return cells;
        }
    }
}
