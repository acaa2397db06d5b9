package org.chunfeng.casefile;

import org.jspecify.annotations.Nullable;

/** A tax bureau: the prefecture (no parent) or one of its counties. */
public record Bureau(
        String bureau,
        String name,
        String areaCode,
        @Nullable String parent) {

    public boolean isPrefecture() {
        return parent == null;
    }
}
