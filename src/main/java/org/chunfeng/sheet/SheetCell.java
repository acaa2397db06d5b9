package org.chunfeng.sheet;

/**
 * One cell as it stands in a file.
 *
 * @param text what the cell holds; of a number the plain digits, of a formula its last result
 */
public record SheetCell(Kind kind, String text) {

    static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "");

    /** What a cell holds; a csv file knows only text. */
    public enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR
    }

    static SheetCell text(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(Kind.TEXT, text);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
