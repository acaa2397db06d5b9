package org.chunfeng.casefile;

/** A paper of one case and its state: PRESENT, MISSING, EXEMPT, ON_FILE or WAIVED. */
public record Material(String code, String name, String state) {

    public boolean isMissing() {
        return state.equals("MISSING");
    }
}
