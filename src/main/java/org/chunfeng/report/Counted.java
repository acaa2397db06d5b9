package org.chunfeng.report;

/** A number on a page, and the address of the list behind it. */
public record Counted(long number, String address) {

    static Counted of(Scope scope, Figure figure, long number) {
        return new Counted(number, scope.list(figure.code()));
    }

    public boolean isNone() {
        return number == 0;
    }
}
