package org.chunfeng.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A taxpayer's number: a unified social credit code (GB 32100-2015) or a citizen's ID number (GB 11643-1999). */
public record TaxpayerId(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{17}[0-9X]");
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";

    /** The number as it was typed, without blanks around it and in capitals. */
    public static TaxpayerId of(String typed) {
        return new TaxpayerId(typed.strip().toUpperCase());
    }

    public boolean hasCreditCodeShape() {
        return CREDIT_CODE.matcher(value).matches();
    }

    /** Early pilot codes fail this and are lawful all the same: a warning, not an error. */
    public boolean hasCreditCodeCheck() {
        int sum = 0;
        for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == value.charAt(17);
    }

    /** Shape, check digit, and a real birth date that is not after the given day. */
    public boolean isCitizenId(LocalDate today) {
        return CITIZEN_ID.matcher(value).matches() && hasCitizenCheck() && isBornBy(today);
    }

    /** As shown in lists: 152921********0012. */
    public String masked() {
        return value.length() < 12
                ? value
                : value.substring(0, 6) + "*".repeat(value.length() - 10) + value.substring(value.length() - 4);
    }

    private boolean hasCitizenCheck() {
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return CITIZEN_CHECKS.charAt(sum % 11) == value.charAt(17);
    }

    private boolean isBornBy(LocalDate today) {
        try {
            var born = LocalDate.of(number(6, 10), number(10, 12), number(12, 14));
            return !born.isAfter(today);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private int number(int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }
}
