package org.chunfeng.refund;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Valid things; a test changes one field. */
public final class RefundFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private RefundFixture() {}

    /** 误收多缴 1,000.00 yuan, all papers there. */
    public static Map<String, Object> anApplication() {
        int number = COUNT.incrementAndGet();
        Map<String, Object> form = new HashMap<>();
        form.put("requestId", "test-" + number);
        form.put("matter", "WRONGLY_COLLECTED");
        form.put("applicantRole", "TAXPAYER");
        form.put("taxpayerName", "贺兰牧业（阿拉善）有限公司");
        form.put("taxpayerId", "91152921FAKE00013N");
        form.put("contactName", "其其格");
        form.put("contactPhone", "0483-8332222");
        form.put("refundReason", "申报有误，多缴增值税");
        form.put("taxItemCode", "10101");
        form.put("periodFrom", "2020-10-01");
        form.put("periodTo", "2020-12-31");
        form.put("voucherNo", "3152921210%08d".formatted(number));
        form.put("paidAmount", "5000.00");
        form.put("refundAmount", "1000.00");
        form.put("bankName", "中国农业银行巴彦浩特支行");
        form.put("accountName", "贺兰牧业(阿拉善)有限公司");
        form.put("accountNo", "622848000000123456");
        form.put("materialsPresent", "applicationForm,identityPaper,errorProof");
        return form;
    }

    public static Map<String, Object> with(Map<String, Object> form, Object... changes) {
        Map<String, Object> changed = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i].toString(), changes[i + 1]);
        }
        return changed;
    }

    public static Map<String, Object> without(Map<String, Object> form, String... fields) {
        Map<String, Object> changed = new HashMap<>(form);
        for (String field : fields) {
            changed.remove(field);
        }
        return changed;
    }

    public static Map<String, Object> anApproval() {
        return Map.of("proposal", "APPROVE", "approvedAmount", "1000.00", "opinion", "资料齐全，同意。");
    }

    public static Map<String, Object> aSlip() {
        return Map.of("budgetSubject", "101010101", "budgetLevel", "CENTRAL", "treasuryCode", "0529000000");
    }
}
