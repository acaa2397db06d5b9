package org.chunfeng.casefile;

import java.util.List;

/** What one kind of case knows beyond the case file; a bean beside each process. */
public interface CaseFacts {

    boolean supports(CaseKind kind);

    /** The facts in the order in which a reviewer wants to read them, unmasked. */
    List<FactGroup> facts(String caseNumber);
}
