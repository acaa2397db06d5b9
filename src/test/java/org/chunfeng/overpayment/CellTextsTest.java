package org.chunfeng.overpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.chunfeng.sheet.SheetCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextsTest {

    @ParameterizedTest(name = "{0} {1} {2} → {3}")
    @CsvSource({
        "DATE, TEXT, 2021-03-01, 2021-03-01",
        "DATE, TEXT, 2021/3/1, 2021-03-01",
        "DATE, TEXT, 2021年3月1日, 2021-03-01",
        "DATE, TEXT, 20210301, 2021-03-01",
        "DATE, NUMBER, 20210301, 2021-03-01",
        "DATE, NUMBER, 44256, 2021-03-01",
        "DATE, TEXT, 2021-03-01 08:30:00, 2021-03-01",
        "DATE, TEXT, 2021-02-30, 2021-02-30",
        "DATE, TEXT, 44256, 44256",
        "AMOUNT, TEXT, '1,234.50', 1234.50",
        "AMOUNT, TEXT, ￥88元, 88",
        "TAX_ITEM, TEXT, 增值税, 10101",
        "TAX_ITEM, TEXT, 10104, 10104",
        "TAX_ITEM, TEXT, 窗户税, 窗户税",
        "TEXT, TEXT, \"'=1+1\", =1+1",
        "TEXT, NUMBER, 152921190001010, 152921190001010",
    })
    void aCellIsReadAsWhatWouldHaveBeenTyped(Column.Kind kind, SheetCell.Kind cell, String text, String read)
            throws IOException {
        assertThat(new CellTexts().read(kind, new SheetCell(cell, text.replace("\"", ""))))
                .isEqualTo(read);
    }

    @ParameterizedTest(name = "{0} {1} {2} lost digits: {3}")
    @CsvSource({
        "TEXT, NUMBER, 911529210000001000, true",
        "TEXT, NUMBER, 152921190001010, false",
        "TEXT, TEXT, 911529210000001234, false",
        "AMOUNT, NUMBER, 1234567890123456, false",
    })
    void aCodeThatWasANumberHasLostItsEnd(Column.Kind kind, SheetCell.Kind cell, String text, boolean lost) {
        assertThat(CellTexts.lostDigits(kind, new SheetCell(cell, text))).isEqualTo(lost);
    }
}
