package org.chunfeng.deregistration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case of the watch list, as the database has it.
 *
 * @param dueAt null while it stands still, or when its clock was stopped
 * @param clockId null when its clock was stopped
 * @param qualifiedReason why it is not handled at once although it qualifies; null for others
 * @param auditCase the audit case of its breach; null when there is none
 */
record WatchRow(
        String caseNumber,
        String bureau,
        String taxpayerName,
        String taxpayerClass,
        boolean closed,
        @Nullable Instant acceptedAt,
        @Nullable Long clockId,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        boolean suspended,
        @Nullable String tableVersion,
        @Nullable String track,
        @Nullable String qualifiedReason,
        @Nullable String auditCase,
        @Nullable Instant referredAt) {}
