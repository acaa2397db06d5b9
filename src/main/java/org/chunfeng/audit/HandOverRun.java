package org.chunfeng.audit;

import org.chunfeng.deadline.OfficeTime;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reminds of hand-overs that nobody acknowledged within two working hours, once (RF-7). */
@Component
class HandOverRun {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverRun.class);

    private final Notices notices;
    private final OfficeTime office;
    private final LadderSettings settings;

    HandOverRun(Notices notices, OfficeTime office, LadderSettings settings) {
        this.notices = notices;
        this.office = office;
        this.settings = settings;
    }

    void run() {
        for (NoticeRecord handOver : notices.unacknowledged(office.ago(settings.acknowledgeWithin()))) {
            try {
                notices.remind(handOver, office.reachable());
            } catch (RuntimeException failure) {
                LOG.error("Hand-over {} could not be reminded of", handOver.noticeId(), failure);
            }
        }
    }
}
