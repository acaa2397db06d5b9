package org.chunfeng.demo;

import java.time.LocalDateTime;

/** A mail as one of its receivers got it, at bureau time. */
record ReceivedMail(LocalDateTime at, String to, String subject, String body) {}
