package org.chunfeng.casefile;

import java.util.List;

/** The papers of a kind of case that can be printed, beside the receipt that every case has; a bean of its module. */
public interface CasePapers {

    /**
     * One paper.
     *
     * @param title as people call it
     * @param number its own number; empty where it has none
     * @param address the page that prints it
     */
    record Paper(String title, String number, String address) {}

    boolean supports(CaseKind kind);

    List<Paper> papers(String caseNumber);
}
