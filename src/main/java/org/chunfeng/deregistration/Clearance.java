package org.chunfeng.deregistration;

import java.time.Instant;

/**
 * 清税证明, or 税务事项通知书 for a registration that is not on a unified code.
 *
 * @param form CERTIFICATE or NOTICE
 * @param onCommitment whether papers were still to be brought when it was issued (状态：清算)
 */
record Clearance(
        String certificateNo,
        String caseNumber,
        String form,
        boolean onCommitment,
        String issuedBy,
        Instant issuedAt) {}
