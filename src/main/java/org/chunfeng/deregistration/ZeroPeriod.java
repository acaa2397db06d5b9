package org.chunfeng.deregistration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** One line of the 批量零申报确认表: a tax and a period that have to be declared. */
record ZeroPeriod(String taxItem, LocalDate from, LocalDate to) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    /** Prepaid by the quarter, whatever the rhythm of VAT. */
    private static final String CORPORATE_INCOME_TAX = "10104";

    /**
     * Every period of every item from the first abnormal month to the month of the application, both included: whoever
     * deregisters declares the running period as well.
     *
     * @param quarterly whether VAT, and what is levied with it, is declared by the quarter
     */
    static List<ZeroPeriod> of(YearMonth since, YearMonth until, List<String> items, boolean quarterly) {
        List<ZeroPeriod> periods = new ArrayList<>();
        for (String item : items) {
            int months = quarterly || item.equals(CORPORATE_INCOME_TAX) ? 3 : 1;
            YearMonth first = since.minusMonths((since.getMonthValue() - 1) % months);
            for (YearMonth month = first; !month.isAfter(until); month = month.plusMonths(months)) {
                YearMonth last = month.plusMonths(months - 1L);
                periods.add(new ZeroPeriod(item, month.atDay(1), last.atEndOfMonth()));
            }
        }
        return periods;
    }

    /** By which a form names it: 10101:202101. */
    String code() {
        return taxItem + ":" + MONTH.format(from);
    }
}
