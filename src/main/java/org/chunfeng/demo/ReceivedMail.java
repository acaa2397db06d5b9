package org.chunfeng.demo;

import java.time.LocalDateTime;
import java.util.List;

/** A mail as one of its receivers got it, at bureau time; its number tells it from all others since the start. */
record ReceivedMail(
        long number, LocalDateTime at, String to, String subject, String body, List<AttachedFile> attachments) {}
