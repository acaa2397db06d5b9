package org.chunfeng.casefile;

/**
 * A paper of a matter's checklist.
 *
 * @param demand REQUIRED, or EXEMPT: then it may never be asked for (plan measure 9)
 * @param reusable given once and unchanged, it may not be asked for again (plan measure 16)
 */
public record MaterialRule(String code, String name, String demand, boolean reusable) {

    public boolean isRequired() {
        return demand.equals("REQUIRED");
    }
}
