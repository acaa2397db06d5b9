package org.chunfeng.casefile;

import java.time.Instant;

/**
 * Something that somebody did in a case.
 *
 * @param actor the account, or "system"
 * @param step the step's id in the model
 * @param action code of what was done, e.g. APPROVED
 * @param detail the words that were given with it, e.g. an opinion; may be empty
 */
public record CaseEvent(String caseNumber, Instant at, String actor, String step, String action, String detail) {}
