package org.chunfeng.browser;

import java.util.List;
import org.chunfeng.casefile.TaxpayerId;

/** Fills in 清税申报 as a clerk does, question by question. */
final class DeregistrationForm {

    private DeregistrationForm() {}

    /** A branch that meets all ten conditions. */
    static FormOnScreen ofABranch(FormOnScreen form, int number) {
        return common(form, "SMALL", "金沙商贸有限公司腾格里第%d分公司".formatted(number), number)
                .choose("branch", "是")
                .choose("hqPaysVat", "是")
                .choose("hqPaysCit", "是")
                .choose("localVat", "否")
                .choose("localCit", "否")
                .type("headOfficeId", "91152921FAKE00013N")
                .tickAll("materialsPresent");
    }

    /** A firm without a rating: nothing is open, but it does not qualify for the instant way. */
    static FormOnScreen ofAFirm(FormOnScreen form, String taxpayerClass, int number) {
        return common(form, taxpayerClass, "梭梭种植有限公司第%d号".formatted(number), number)
                .choose("branch", "否")
                .choose("invoicesDrawn", "是")
                .choose("specialInvoicesCleared", "是")
                .tickAll("materialsPresent");
    }

    private static FormOnScreen common(FormOnScreen form, String taxpayerClass, String name, int number) {
        form.select("matter", "TAX_CLEARANCE")
                .select("deregistrationReason", "01")
                .select("taxpayerClass", taxpayerClass)
                .type("taxpayerName", name)
                .type("taxpayerId", creditCode(number))
                .type("contactName", "巴特尔")
                .type("contactPhone", "0483-8332222")
                .select("factSource", "TAX_SYSTEM");
        for (String no : List.of("underInspection", "riskFlag", "relocating", "abnormal")) {
            form.choose(no, "否");
        }
        for (String nothing : List.of("taxOwedAmount", "lateFeeAmount", "fineAmount", "overpaidAmount")) {
            form.type(nothing, "0");
        }
        return form.choose("invoicesCleared", "是").choose("deviceCleared", "是");
    }

    /** A code of no real firm whose check digit fits. */
    static String creditCode(int number) {
        String body = "91152999FAKE%05d".formatted(number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> new TaxpayerId(code).hasCreditCodeCheck())
                .findFirst()
                .orElseThrow();
    }
}
