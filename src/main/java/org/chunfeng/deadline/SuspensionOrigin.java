package org.chunfeng.deadline;

import org.jspecify.annotations.Nullable;

/**
 * Where a request to suspend comes from.
 *
 * @param group the department that asks
 * @param occasion the part of the case's process that asked; null when no process did
 */
public record SuspensionOrigin(String group, @Nullable String occasion) {

    static final SuspensionOrigin NO_PROCESS = new SuspensionOrigin("", null);
}
