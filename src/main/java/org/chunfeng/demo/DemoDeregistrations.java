package org.chunfeng.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.TaxpayerId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes up believable deregistrations of every kind; no real firm or person is meant. */
@Component
@Profile("demo")
class DemoDeregistrations {

    private static final List<String> NAMES = List.of("金沙商贸", "乌兰牧业", "梭梭种植", "巴丹吉林酒店", "额济纳运输", "敖伦布拉格旅行社");
    private static final List<String> PEOPLE = List.of("其木格", "王建军", "乌日娜", "刘志强");

    private final Bureaus bureaus;
    private final Random dice = new Random(35);
    private int made;

    DemoDeregistrations(Bureaus bureaus) {
        this.bureaus = bureaus;
    }

    /** One after the other: an instant branch, a general case, a branch with an open item, a rated firm, a non-normal one. */
    Map<String, Object> make(String bureau, LocalDate day) {
        made++;
        Map<String, Object> form = anApplication(bureau);
        switch (made % 7) {
            case 1, 5 -> branch(form);
            case 2 -> general(form, "GENERAL");
            case 3 -> branchWithOpenItem(form);
            case 4 -> ratedWithoutItsPapers(form, day);
            case 6 -> nonNormal(form, day);
            default -> putOff(form);
        }
        return form;
    }

    private Map<String, Object> anApplication(String bureau) {
        Map<String, Object> form = new HashMap<>();
        form.put("requestId", "demo-deregistration-" + made);
        form.put("matter", "TAX_CLEARANCE");
        form.put("deregistrationReason", "01");
        form.put("taxpayerClass", "SMALL");
        form.put("taxpayerName", NAMES.get(dice.nextInt(NAMES.size())) + "有限公司");
        form.put("taxpayerId", creditCode(bureaus.get(bureau).areaCode(), 70_000 + made));
        form.put("contactName", PEOPLE.get(dice.nextInt(PEOPLE.size())));
        form.put("contactPhone", "0483-83%05d".formatted(dice.nextInt(100_000)));
        form.put("factSource", "TAX_SYSTEM");
        for (String no : List.of("underInspection", "riskFlag", "relocating", "abnormal", "branch")) {
            form.put(no, "FALSE");
        }
        for (String nothing : List.of("taxOwedAmount", "lateFeeAmount", "fineAmount", "overpaidAmount")) {
            form.put(nothing, "0.00");
        }
        for (String yes : List.of("invoicesCleared", "specialInvoicesCleared", "deviceCleared", "invoicesDrawn")) {
            form.put(yes, "TRUE");
        }
        form.put("materialsPresent", "clearanceForm,identityPaper");
        return form;
    }

    private static void branch(Map<String, Object> form) {
        form.put("taxpayerName", form.get("taxpayerName") + "巴彦浩特分公司");
        form.put("branch", "TRUE");
        form.put("headOfficeId", "91152921FAKE00013N");
        form.put("hqPaysVat", "TRUE");
        form.put("hqPaysCit", "TRUE");
        form.put("localVat", "FALSE");
        form.put("localCit", "FALSE");
    }

    private static void general(Map<String, Object> form, String taxpayerClass) {
        form.put("taxpayerClass", taxpayerClass);
    }

    private static void branchWithOpenItem(Map<String, Object> form) {
        branch(form);
        form.put("deviceCleared", "FALSE");
        form.put("fineAmount", "200.00");
    }

    private static void ratedWithoutItsPapers(Map<String, Object> form, LocalDate day) {
        form.put("creditLevel", "A");
        form.put("materialsPresent", "clearanceForm");
        form.put("commitmentSigned", "true");
        form.put("commitmentSignedBy", form.get("contactName"));
        form.put("commitmentDueOn", day.plusDays(30).toString());
    }

    private static void nonNormal(Map<String, Object> form, LocalDate day) {
        form.put("abnormal", "TRUE");
        form.put("abnormalSince", day.minusMonths(25).toString());
        form.put("abnormalItems", "10101,10104");
        form.put("vatFrequency", "MONTHLY");
    }

    private static void putOff(Map<String, Object> form) {
        branch(form);
        form.put("generalFlowWanted", "true");
        form.put("generalFlowReason", "总机构尚在核对分支机构往来账目，纳税人自愿走一般流程。");
    }

    /** A code of no real firm: its body is FAKE… and its check digit fits. */
    private static String creditCode(String areaCode, int number) {
        String body = "91%sFAKE%05d".formatted(areaCode, number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(code -> new TaxpayerId(code).hasCreditCodeCheck())
                .findFirst()
                .orElseThrow();
    }
}
