package org.chunfeng.notice;

/**
 * A file that goes with the mail of a notice.
 *
 * @param type its media type
 */
public record NoticeFile(String name, String type, byte[] content) {}
