package org.chunfeng.report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview for programs. */
@RestController
class ReportApi {

    private final Overviews overviews;
    private final Scopes scopes;

    ReportApi(Overviews overviews, Scopes scopes) {
        this.overviews = overviews;
        this.scopes = scopes;
    }

    @GetMapping("/api/reports/overview")
    Overview overview(Scopes.Asked asked) {
        return overviews.of(scopes.of(asked));
    }
}
