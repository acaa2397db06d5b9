package org.chunfeng.casepage;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A valid application; a test changes one field. */
final class CasePageFixture {

    static final String CITIZEN = "152921190001010012";

    private CasePageFixture() {}

    /** 个税汇算退税 of 321.00 yuan for a citizen, all papers there. */
    static Map<String, Object> anApplication() {
        String unique = UUID.randomUUID().toString();
        Map<String, Object> form = new HashMap<>();
        form.put("requestId", unique);
        form.put("matter", "IIT_SETTLEMENT");
        form.put("applicantRole", "TAXPAYER");
        form.put("taxpayerName", "斯琴高娃");
        form.put("taxpayerId", CITIZEN);
        form.put("contactName", "斯琴高娃");
        form.put("contactPhone", "13904831234");
        form.put("refundReason", "年度汇算多预缴");
        form.put("taxYear", "2019");
        form.put("taxItemCode", "10106");
        form.put("periodFrom", "2019-01-01");
        form.put("periodTo", "2019-12-31");
        form.put("voucherNo", unique.substring(0, 18));
        form.put("paidAmount", "5000.00");
        form.put("refundAmount", "321.00");
        form.put("bankName", "中国农业银行巴彦浩特支行");
        form.put("accountName", "斯琴高娃");
        form.put("accountNo", "6228480123456784321");
        form.put("materialsPresent", "identityPaper,accountProof");
        return form;
    }
}
