package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorPlanTest {

    private final DoorPlan plan;

    DoorPlanTest() throws IOException {
        plan = new DoorPlan();
    }

    @Test
    void everyRouteOfTheEngineIsListedAndNoOther() {
        Set<String> routes = EngineRoutes.all();

        assertThat(routes).hasSizeGreaterThan(400).contains("POST /task/{}/complete", "POST /deployment/create");
        assertThat(plan.listed().keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void whatIsNotListedIsClosed() {
        assertThat(plan.audienceOf("GET", "/application.wadl")).isEqualTo(Audience.NOBODY);
        assertThat(plan.audienceOf("PATCH", "/task/1")).isEqualTo(Audience.NOBODY);
        assertThat(plan.audienceOf("GET", "/task/1/2/3")).isEqualTo(Audience.NOBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /task/count, EVERYBODY",
        "HEAD, /task/count, EVERYBODY",
        "POST, /task/4711/complete, EVERYBODY",
        "GET, /user, ADMINS",
        "GET, /user/zuoqi.hallIntake/profile, EVERYBODY",
        "PUT, /job/4711/retries, OPERATORS",
        "POST, /deployment/create, NOBODY",
        "PUT, /task/4711/variables/approved, NOBODY",
        "POST, /process-definition/key/refund/tenant-id/zuoqi/start, NOBODY"
    })
    void theMostExactRouteDecides(String method, String path, Audience audience) {
        assertThat(plan.audienceOf(method, path)).isEqualTo(audience);
    }
}
