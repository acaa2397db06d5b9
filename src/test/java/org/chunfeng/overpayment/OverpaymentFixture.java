package org.chunfeng.overpayment;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Valid things; a test changes one field. */
public final class OverpaymentFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private OverpaymentFixture() {}

    /** 1,000.00 yuan of VAT that arose on 2021-03-01, with an account to refund to. */
    public static Map<String, Object> anOverpayment() {
        int number = COUNT.incrementAndGet();
        Map<String, Object> form = new HashMap<>();
        form.put("taxpayerName", "贺兰牧业（阿拉善）有限公司");
        form.put("taxpayerId", "91152921FAKE00013N");
        form.put("taxItemCode", "10101");
        form.put("periodFrom", "2021-01-01");
        form.put("periodTo", "2021-01-31");
        form.put("voucherNo", "3152921210%08d".formatted(90_000_000 + number));
        form.put("overpaidAmount", "1000.00");
        form.put("arisenOn", "2021-03-01");
        form.put("contactName", "其其格");
        form.put("contactPhone", "0483-8332222");
        form.put("bankName", "中国农业银行巴彦浩特支行");
        form.put("accountName", "贺兰牧业（阿拉善）有限公司");
        form.put("accountNo", "622848000000123456");
        return form;
    }

    static Map<String, Object> with(Map<String, Object> form, Object... changes) {
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

    static Map<String, Object> classified(String as) {
        return Map.of("overpaymentClass", as, "opinion", "经核实");
    }

    public static Map<String, Object> unclearable(String recheckOn) {
        return Map.of(
                "overpaymentClass",
                "CANNOT_CLEAR",
                "unclearableReason",
                "TAXPAYER_UNREACHABLE",
                "recheckOn",
                recheckOn);
    }
}
