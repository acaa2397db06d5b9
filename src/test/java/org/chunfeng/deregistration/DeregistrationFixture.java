package org.chunfeng.deregistration;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.chunfeng.casefile.TaxpayerId;

/** Valid things; a test changes one field. */
public final class DeregistrationFixture {

    private static final AtomicInteger COUNT = new AtomicInteger(70_000);

    private DeregistrationFixture() {}

    /** A branch that meets all ten conditions of plan measure 35, all papers there. */
    static Map<String, Object> aBranch() {
        Map<String, Object> form = anApplication();
        form.put("branch", "TRUE");
        form.put("headOfficeId", "91152921FAKE00013N");
        form.put("hqPaysVat", "TRUE");
        form.put("hqPaysCit", "TRUE");
        form.put("localVat", "FALSE");
        form.put("localCit", "FALSE");
        return form;
    }

    /** A small-scale firm without a rating: nothing is open, but it does not qualify for the instant way. */
    public static Map<String, Object> aSmallFirm() {
        Map<String, Object> form = anApplication();
        form.put("branch", "FALSE");
        form.put("invoicesDrawn", "TRUE");
        form.put("specialInvoicesCleared", "TRUE");
        return form;
    }

    private static Map<String, Object> anApplication() {
        int number = COUNT.incrementAndGet();
        Map<String, Object> form = new HashMap<>();
        form.put("requestId", "deregistration-test-" + number);
        form.put("matter", "TAX_CLEARANCE");
        form.put("deregistrationReason", "01");
        form.put("taxpayerClass", "SMALL");
        form.put("taxpayerName", "居延海商贸有限公司第" + number + "分公司");
        form.put("taxpayerId", creditCode(number));
        form.put("contactName", "巴特尔");
        form.put("contactPhone", "0483-8332222");
        form.put("factSource", "TAX_SYSTEM");
        form.put("underInspection", "FALSE");
        form.put("riskFlag", "FALSE");
        form.put("taxOwedAmount", "0");
        form.put("lateFeeAmount", "0.00");
        form.put("fineAmount", "0");
        form.put("overpaidAmount", "0.00");
        form.put("invoicesCleared", "TRUE");
        form.put("deviceCleared", "TRUE");
        form.put("relocating", "FALSE");
        form.put("abnormal", "FALSE");
        form.put("materialsPresent", "clearanceForm,identityPaper");
        return form;
    }

    /** The same with so much overpaid VAT of the last quarter of 2020. */
    static Map<String, Object> overpaid(Map<String, Object> form, String amount) {
        return with(
                form,
                "overpaidAmount",
                amount,
                "overpaidArisenOn",
                "2020-12-15",
                "overpaidTaxItem",
                "10101",
                "overpaidPeriodFrom",
                "2020-10-01",
                "overpaidPeriodTo",
                "2020-12-31",
                "overpaidVoucherNo",
                "31529212000%05d".formatted(COUNT.incrementAndGet() % 100_000));
    }

    public static Map<String, Object> with(Map<String, Object> form, Object... changes) {
        Map<String, Object> changed = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i].toString(), changes[i + 1]);
        }
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> form, String... fields) {
        Map<String, Object> changed = new HashMap<>(form);
        for (String field : fields) {
            changed.remove(field);
        }
        return changed;
    }

    public static Map<String, Object> aPass() {
        return Map.of("clearanceProposal", "PASS", "opinion", "各项已了结，拟准予注销。");
    }

    static String json(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A code of no real firm whose check digit fits. */
    static String creditCode(int number) {
        String body = "91152921FAKE%05d".formatted(number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> new TaxpayerId(code).hasCreditCodeCheck())
                .findFirst()
                .orElseThrow();
    }
}
