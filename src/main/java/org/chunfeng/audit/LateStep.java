package org.chunfeng.audit;

import org.jspecify.annotations.Nullable;

/** A breach as audit sees it: which step of which case ran late, in whose hands. */
record LateStep(
        long breachId,
        String caseNumber,
        String step,
        @Nullable String handler,
        String group) {}
