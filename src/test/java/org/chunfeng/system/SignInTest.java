package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChunfengTest
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String OUR_PAGE = "/v3/api-docs";

    @Autowired
    private TestPeople people;

    @Test
    void ourPageSignsInToTasklistAsWell() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        assertThat(clerk.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(clerk.get(WHO_AM_I).body()).contains("\"userId\":\"zuoqi.hallIntake\"");
    }

    @Test
    void tasklistsOwnLoginSignsInToOurPagesAsWell() {
        people.account("zuoqi.hallIntake");
        Visitor clerk = people.nobody();

        var answer = clerk.signInAtWebapp("zuoqi.hallIntake", TestPeople.PASSWORD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(clerk.get(OUR_PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordSignsInNowhere() {
        people.account("zuoqi.audit");
        Visitor stranger = people.nobody();

        assertThat(stranger.trySignIn("zuoqi.audit", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(stranger.signInAtWebapp("zuoqi.audit", "wrong").statusCode()).isEqualTo(401);
        assertThat(stranger.get(OUR_PAGE).statusCode()).isEqualTo(302);
        assertThat(stranger.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void leavingOurPagesLeavesTasklist() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        clerk.submit("/logout", Map.of());

        assertThat(clerk.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(clerk.get(WHO_AM_I).statusCode()).isEqualTo(404);
    }

    @Test
    void leavingTasklistLeavesOurPages() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");
        clerk.get(TASKLIST);

        var answer = clerk.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(clerk.get(OUR_PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void signingInChangesTheSessionCookie() {
        people.account("zuoqi.hallIntake");
        Visitor clerk = people.nobody();
        clerk.get("/login");
        clerk.get(WHO_AM_I);
        var before = clerk.cookie("CHUNFENG");

        clerk.signIn("zuoqi.hallIntake", TestPeople.PASSWORD);

        assertThat(before).isPresent();
        assertThat(clerk.cookie("CHUNFENG")).isPresent().isNotEqualTo(before);
    }
}
