package org.chunfeng.demo;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works on refunds from outside, over the engine's REST interface; each answer is an acknowledgement. */
final class RestDesk {

    private static final JsonMapper JSON = new JsonMapper();

    private final SeparateApplication application;

    RestDesk(SeparateApplication application) {
        this.application = application;
    }

    String start(String user, Map<String, Object> form) {
        var answer =
                application.visitor(user).post("/engine-rest/process-definition/key/refund/start", variables(form));
        return acknowledged(answer).path("businessKey").asString();
    }

    void complete(String user, String caseNumber, String step, Map<String, Object> form) {
        Visitor visitor = application.visitor(user);
        String task = "/engine-rest/task/"
                + acknowledged(visitor.get("/engine-rest/task?taskDefinitionKey=%s&processInstanceBusinessKey=%s"
                                .formatted(step, caseNumber)))
                        .path(0)
                        .path("id")
                        .asString();
        acknowledged(visitor.post(task + "/claim", "{\"userId\":\"%s\"}".formatted(user)));
        acknowledged(visitor.post(task + "/complete", variables(form)));
    }

    String answer(String user, String json) {
        return acknowledged(application.visitor(user).post("/api/treasury/answers", json))
                .path("fate")
                .asString();
    }

    /** The open steps of a case, as the prefecture's audit sees them. */
    List<String> openSteps(String caseNumber) {
        return acknowledged(application
                        .visitor("alxa.audit")
                        .get("/engine-rest/task?processInstanceBusinessKey=" + caseNumber))
                .valueStream()
                .map(task -> task.path("taskDefinitionKey").asString())
                .toList();
    }

    String casePage(String caseNumber) {
        return application.visitor("alxa.audit").page("/cases/" + caseNumber).body();
    }

    private static JsonNode acknowledged(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static String variables(Map<String, Object> form) {
        return JSON.writeValueAsString(Map.of(
                "variables",
                form.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }
}
