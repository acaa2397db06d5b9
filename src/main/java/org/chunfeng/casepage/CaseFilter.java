package org.chunfeng.casepage;

import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CaseStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list of cases shows, as it stands in the address. */
record CaseFilter(
        @Nullable String bureau,
        @Nullable CaseKind kind,
        @Nullable CaseStatus status,
        @Nullable String text,
        @Nullable Integer page) {

    @Nullable
    String bureauOrNull() {
        return bureau == null || bureau.isEmpty() ? null : bureau;
    }

    public String textOrEmpty() {
        return text == null ? "" : text.strip();
    }

    int pageOrFirst() {
        return page == null || page < 1 ? 1 : page;
    }

    /** The address of another page of the same list. */
    public String onPage(int other) {
        return UriComponentsBuilder.fromPath("/cases")
                .queryParam("bureau", bureau == null ? "" : bureau)
                .queryParam("kind", kind == null ? "" : kind)
                .queryParam("status", status == null ? "" : status)
                .queryParam("text", "{text}")
                .queryParam("page", other)
                .encode()
                .buildAndExpand(textOrEmpty())
                .toUriString();
    }
}
