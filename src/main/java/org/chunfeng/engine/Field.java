package org.chunfeng.engine;

/**
 * A form field as declared beside its process: its name (also the variable name at every door) and its kind.
 *
 * @param repeats whether the field belongs to a line, so that name_2 … name_20 are accepted as well
 */
public record Field(String name, Kind kind, boolean repeats) {

    /** How a submitted text is read: plain text, yuan with at most two decimals, ISO date, or yes/no. */
    public enum Kind {
        TEXT,
        AMOUNT,
        DATE,
        FLAG
    }

    public static final int MOST_LINES = 20;

    public static Field text(String name) {
        return new Field(name, Kind.TEXT, false);
    }

    public static Field amount(String name) {
        return new Field(name, Kind.AMOUNT, false);
    }

    public static Field date(String name) {
        return new Field(name, Kind.DATE, false);
    }

    public static Field flag(String name) {
        return new Field(name, Kind.FLAG, false);
    }

    public Field perLine() {
        return new Field(name, kind, true);
    }

    /** The variable name of this field on the given line; line 1 has no suffix. */
    public String onLine(int line) {
        return line == 1 ? name : name + "_" + line;
    }
}
