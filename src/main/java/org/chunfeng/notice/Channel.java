package org.chunfeng.notice;

/** The way a notice takes: by mail and on the page, on the page only, or on paper. */
public enum Channel {
    MAIL,
    PAGE,
    PRINT
}
