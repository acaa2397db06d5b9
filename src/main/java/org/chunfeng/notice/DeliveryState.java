package org.chunfeng.notice;

/** Whether a notice has reached its recipient; a failed one waits for a person to send it again. */
public enum DeliveryState {
    PENDING,
    SENT,
    FAILED
}
