package org.chunfeng.demo;

import java.time.OffsetDateTime;

/** The bureau's time, the real one, and how far apart they are (ISO 8601). */
record ClockAnswer(OffsetDateTime now, OffsetDateTime realTime, String offset) {}
