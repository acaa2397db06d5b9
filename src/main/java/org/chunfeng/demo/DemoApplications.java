package org.chunfeng.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.chunfeng.casefile.TaxpayerId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes up believable refund applications; no real firm or person is meant. */
@Component
@Profile("demo")
class DemoApplications {

    private static final List<String> MATTERS = List.of(
            "SETTLEMENT",
            "SETTLEMENT",
            "WRONGLY_COLLECTED",
            "WRONGLY_COLLECTED",
            "IMMEDIATE_REFUND",
            "EXPORT",
            "EXEMPTION",
            "INPUT_CREDIT",
            "NON_TAX");
    private static final List<String> NAMES = List.of(
            "贺兰牧业", "居延海商贸", "驼乡绒业", "胡杨旅游", "巴彦浩特建材", "腾格里新能源", "沙湖食品", "吉兰泰盐化", "苁蓉生物", "乌力吉口岸物流", "曼德拉文旅", "策克矿业");
    private static final List<String> PEOPLE = List.of("其其格", "巴特尔", "王秀兰", "李建国", "乌云娜", "张海涛", "苏日娜", "赵永强");
    private static final List<String> BANKS = List.of("中国农业银行阿拉善分行", "中国工商银行巴彦浩特支行", "内蒙古银行阿拉善分行");
    private static final Map<String, String> TAX_ITEMS = Map.of(
            "SETTLEMENT", "10104",
            "WRONGLY_COLLECTED", "10101",
            "IMMEDIATE_REFUND", "10101",
            "EXPORT", "10101",
            "EXEMPTION", "10112",
            "INPUT_CREDIT", "10101",
            "NON_TAX", "30218");

    private final Materials materials;
    private final Bureaus bureaus;
    private final Random dice = new Random(20210326);
    private int made;

    DemoApplications(Materials materials, Bureaus bureaus) {
        this.materials = materials;
        this.bureaus = bureaus;
    }

    /** One application for a bureau on that day; without the last required paper when it is to have a gap. */
    Map<String, Object> make(String bureau, LocalDate day, boolean withGap) {
        made++;
        String matter = MATTERS.get(dice.nextInt(MATTERS.size()));
        String firm = firm(dice);
        Map<String, Object> form = new HashMap<>();
        form.put("requestId", "demo-" + made);
        form.put("matter", matter);
        form.put("applicantRole", "TAXPAYER");
        form.put("taxpayerName", firm);
        form.put("taxpayerId", creditCode(bureaus.get(bureau).areaCode(), firm.hashCode() & 0xffff));
        form.put("creditLevel", List.of("A", "B", "M").get(dice.nextInt(3)));
        form.put("contactName", PEOPLE.get(dice.nextInt(PEOPLE.size())));
        form.put("contactPhone", "0483-83%05d".formatted(dice.nextInt(100_000)));
        form.put("refundReason", reason(matter));
        form.put("bankName", BANKS.get(dice.nextInt(BANKS.size())));
        form.put("accountName", firm);
        form.put("accountNo", "6228%012d".formatted(Math.abs(dice.nextLong() % 1_000_000_000_000L)));
        line(form, matter, day);
        factsOf(form, matter);
        form.put("materialsPresent", String.join(",", papers(matter, withGap)));
        return form;
    }

    static String firm(Random dice) {
        return NAMES.get(dice.nextInt(NAMES.size())) + "有限责任公司";
    }

    private void line(Map<String, Object> form, String matter, LocalDate day) {
        LocalDate period = day.minusMonths(2).withDayOfMonth(1);
        long paid = 100_000 + dice.nextInt(9_000_000);
        long refund = 10_000 + Math.floorMod(dice.nextLong(), paid - 10_000);
        form.put("taxItemCode", TAX_ITEMS.get(matter));
        form.put("periodFrom", period.toString());
        form.put("periodTo", period.plusMonths(1).minusDays(1).toString());
        form.put(
                "voucherNo",
                "3152900%s%06d".formatted(period.toString().substring(2, 7).replace("-", ""), made));
        form.put("paidAmount", yuan(paid));
        form.put("refundAmount", yuan(refund));
    }

    private static void factsOf(Map<String, Object> form, String matter) {
        switch (matter) {
            case "EXEMPTION", "IMMEDIATE_REFUND", "NON_TAX" -> form.put("policyBasis", "财税〔2016〕36号附件3");
            case "EXPORT" -> form.put("exportBatch", "2026-01");
            case "INPUT_CREDIT" -> form.put("inputCreditDeclared", "true");
            default -> {}
        }
    }

    private static String reason(String matter) {
        return switch (matter) {
            case "SETTLEMENT" -> "年度汇算清缴结算多缴税款";
            case "WRONGLY_COLLECTED" -> "申报有误，多缴税款";
            case "IMMEDIATE_REFUND" -> "资源综合利用产品增值税即征即退";
            case "EXPORT" -> "出口货物退税";
            case "EXEMPTION" -> "享受减免税政策，申请退还已入库税款";
            case "INPUT_CREDIT" -> "期末留抵税额退税";
            default -> "已停征费用的退付";
        };
    }

    private List<String> papers(String matter, boolean withGap) {
        List<String> required = materials.rules(CaseKind.REFUND, matter).stream()
                .filter(MaterialRule::isRequired)
                .map(MaterialRule::code)
                .toList();
        return withGap ? required.subList(0, required.size() - 1) : required;
    }

    /** A code of no real firm: its body is FAKE… and its check digit fits. */
    static String creditCode(String areaCode, int number) {
        String body = "91%sFAKE%05d".formatted(areaCode, number);
        for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            var code = new TaxpayerId(body + check);
            if (code.hasCreditCodeCheck()) {
                return code.value();
            }
        }
        throw new IllegalStateException("No check digit fits " + body);
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
