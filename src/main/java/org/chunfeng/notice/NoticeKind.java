package org.chunfeng.notice;

/** What a notice is about; its texts stand in messages/notices.properties under its name. */
public enum NoticeKind {
    /** A step was completed and the next one waits for its handlers (plan measure 32, RF-7). */
    HAND_OVER,
    /** A hand-over that nobody acknowledged in time. */
    REMINDER(true),
    /** A step or a case is about to be late. */
    WARNING(true),
    /** A step or a case is late. */
    ESCALATION(true),
    /** A leader said no to what the recipient asked for. */
    DECISION,
    /** Something that concerns no case, such as a calendar year that is missing. */
    ANNOUNCEMENT,
    /** 受理回执, with the promised date. */
    RECEIPT,
    /** 一次性告知书: every gap at once (优化营商环境条例 art. 36). */
    MATERIALS,
    /** 不予受理通知书. */
    DECLINE,
    /** 不予退税决定. */
    REFUSAL,
    /** 办结通知. */
    RESULT,
    /** 未结事项告知书: every failing condition and open item of a deregistration at once. */
    OPEN_ITEMS,
    /** The clearance certificate, with its number. */
    CLEARANCE,
    /** 不予注销: 税务事项通知书. */
    NOT_CLEARED,
    /** A commitment was not kept. */
    PROMISE_BROKEN,
    /** 征管科 refers a deregistration to audit. */
    REFERRAL,
    /** 督导清单: the cases of a county that supervision drew. */
    SUPERVISION,
    /** 运维: what became of a ticket, where nobody has to act on it. */
    TICKET;

    private final boolean digested;

    NoticeKind() {
        this(false);
    }

    NoticeKind(boolean digested) {
        this.digested = digested;
    }

    /** Whether several that wait for one recipient go as one mail, so that no storm follows a standstill. */
    boolean digested() {
        return digested;
    }
}
