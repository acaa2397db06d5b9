package org.chunfeng.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people really send them. */
class SheetFileTest {

    private static final int A_MILLION = 1_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aCsvFileIsReadInItsEncoding(String encoding) throws IOException {
        Path file = written("名称,金额\r\n\"贺兰,牧业\",\"1\"\"0\"\r\n", Charset.forName(encoding));

        assertThat(texts(SheetFormat.CSV, file)).containsExactly(List.of("名称", "金额"), List.of("贺兰,牧业", "1\"0"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        Path file = written("\uFEFF名称\r\n", UTF_8);

        assertThat(texts(SheetFormat.CSV, file)).containsExactly(List.of("名称"));
    }

    @Test
    void rowsAreNumberedAsAPersonCountsThemAndBlankOnesArePassedOver() throws IOException {
        Path file = written("名称\r\n\r\n\"两\n行\"\r\n末\r\n", UTF_8);

        assertThat(rows(SheetFormat.CSV, file)).extracting(SheetRow::number).containsExactly(1, 3, 5);
    }

    @Test
    void aMissingQuoteIsRefusedInsteadOfSwallowingTheFile() throws IOException {
        var text = new StringBuilder("名称,金额\r\n\"贺兰,1\r\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("胡杨,2\r\n");
        }
        Path file = written(text.toString(), UTF_8);

        assertThatThrownBy(() -> rows(SheetFormat.CSV, file))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("import.rowTooLong");
    }

    @Test
    void whatIsNeitherEncodingIsRefused() throws IOException {
        Path utf16 = written("名称,金额\r\n", Charset.forName("UTF-16LE"));
        Path noise = folder.resolve("noise.csv");
        Files.write(noise, new byte[] {(byte) 0xff, (byte) 0xff, 1});

        for (Path file : List.of(utf16, noise)) {
            assertThatThrownBy(() -> SheetFile.lookOver(file, SheetFormat.CSV)).hasMessage("import.encoding");
        }
    }

    @Test
    void codesKeepTheirZerosAndFormulasAreSeen() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "001234567890123456");
            sheet.value(0, 1, new BigDecimal("12.30"));
            sheet.formula(0, 2, "SUM(B1:B1)");
        });

        List<SheetCell> cells = rows(SheetFormat.XLSX, file).get(0).cells();

        assertThat(cells.get(0)).isEqualTo(new SheetCell(SheetCell.Kind.TEXT, "001234567890123456"));
        assertThat(cells.get(1).kind()).isEqualTo(SheetCell.Kind.NUMBER);
        assertThat(new BigDecimal(cells.get(1).text())).isEqualByComparingTo("12.3");
        assertThat(cells.get(2).kind()).isEqualTo(SheetCell.Kind.FORMULA);
    }

    @Test
    void theNoiseOfBinaryFractionsIsTakenOut() throws IOException {
        Path file = workbook(sheet -> sheet.value(0, 0, new BigDecimal("4.0999999999999996")));

        assertThat(new BigDecimal(rows(SheetFormat.XLSX, file).get(0).cell(0).text()))
                .isEqualByComparingTo("4.1");
    }

    @Test
    void rowsThatShareMergedCellsAreMarked() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "标题");
            sheet.value(1, 0, "贺兰");
            sheet.value(2, 1, "2");
            sheet.value(3, 0, "胡杨");
            sheet.range(0, 0, 0, 3).merge();
            sheet.range(1, 0, 2, 0).merge();
        });

        assertThat(rows(SheetFormat.XLSX, file)).extracting(SheetRow::merged).containsExactly(false, true, true, false);
    }

    @Test
    void aBombIsRefusedBeforeAnybodyReadsIt() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> SheetFile.lookOver(file, SheetFormat.XLSX)).hasMessage("import.bomb");
    }

    @Test
    void whatOnlyLooksLikeAWorkbookIsRefused() throws IOException {
        Path zip = folder.resolve("a.xlsx");
        try (var content = new ZipOutputStream(Files.newOutputStream(zip))) {
            content.putNextEntry(new ZipEntry("readme.txt"));
            content.closeEntry();
        }
        Path cut = folder.resolve("b.xlsx");
        Files.write(cut, List.of("PK but cut off"));

        assertThatThrownBy(() -> rows(SheetFormat.XLSX, zip)).hasMessage("import.notXlsx");
        assertThatThrownBy(() -> rows(SheetFormat.XLSX, cut)).hasMessage("import.notXlsx");
    }

    @ParameterizedTest
    @EnumSource
    void aMillionRowsAreReadWithoutHoldingThem(SheetFormat format) throws IOException {
        Path file = folder.resolve("million" + format.ending());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                SheetWriter writer = format.writer(out)) {
            for (int i = 0; i < A_MILLION; i++) {
                writer.row(List.of("贺兰牧业（阿拉善）有限公司", "91152921FAKE00013N", "voucher" + i));
            }
        }

        int count = 0;
        long most = 0;
        try (SheetReader reader = SheetFile.lookOver(file, format).read()) {
            System.gc();
            long before = used();
            while (reader.next() != null) {
                count++;
                if (count % 200_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }

        assertThat(count).isEqualTo(A_MILLION);
        assertThat(most).isLessThan(32L << 20);
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "+86", "-1", "@SUM", "＝1"})
    void nothingThatIsWrittenBecomesAFormula(String cell) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetFormat.CSV.writer(bytes)) {
            writer.row(List.of(cell, "贺兰"));
        }

        assertThat(bytes.toString(UTF_8)).isEqualTo("\uFEFF'" + cell + ",贺兰\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void whatIsWrittenIsReadBack(SheetFormat format) throws IOException {
        Path file = folder.resolve("round" + format.ending());
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 1200; i++) {
            rows.add(List.of("贺兰“牧业”,<&>", "行" + i, "x"));
        }
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = format.writer(out)) {
            for (List<String> row : rows) {
                writer.row(row);
            }
        }

        assertThat(texts(format, file)).isEqualTo(rows);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Path written(String text, Charset charset) throws IOException {
        Path file = Files.createTempFile(folder, "list", ".csv");
        return Files.writeString(file, text, charset);
    }

    private interface Filling {
        void fill(org.dhatim.fastexcel.Worksheet sheet);
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("Sheet1"));
        }
        return file;
    }

    private static List<List<String>> texts(SheetFormat format, Path file) throws IOException {
        return rows(format, file).stream()
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }

    private static List<SheetRow> rows(SheetFormat format, Path file) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (SheetReader reader = SheetFile.lookOver(file, format).read()) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
