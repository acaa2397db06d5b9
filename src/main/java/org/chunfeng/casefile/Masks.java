package org.chunfeng.casefile;

import java.time.LocalDate;

/** Personal numbers as most people see them. */
public final class Masks {

    private Masks() {}

    /** The last four digits of an account number: **** 1234. */
    public static String account(String accountNo) {
        return accountNo.length() <= 4 ? accountNo : "**** " + accountNo.substring(accountNo.length() - 4);
    }

    /** A citizen's ID number is masked; the number of a firm is public and stays as it is. */
    public static String taxpayerId(String taxpayerId) {
        var id = TaxpayerId.of(taxpayerId);
        return id.isCitizenId(LocalDate.MAX) ? id.masked() : taxpayerId;
    }

    /** 139****5678. */
    public static String phone(String phone) {
        return phone.length() < 8
                ? phone
                : phone.substring(0, 3) + "*".repeat(phone.length() - 7) + phone.substring(phone.length() - 4);
    }
}
