package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingIT {

    private final DifySimulator simulator = DifySimulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> post(String key, String path, JsonNode body) throws Exception {
        try (TestClient client = new TestClient(simulator, key)) {
            return client.post(path, body);
        }
    }

    @ParameterizedTest
    @CsvSource({"app-demo-chat, chat", "app-demo-chatflow, advanced-chat"})
    void chatAnswersAtOnce(String key, String mode) throws Exception {
        simulator.next(Script.answer("价", "格"));

        HttpResponse<String> response = post(key, "/chat-messages", TestClient.blocking("?"));

        assertThat(response.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(response.body()).contains("\"answer\": \"\\u4EF7\\u683C\"").endsWith("}");
        JsonNode answer = Json.parse(response.body());
        assertThat(answer.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "event",
                        "task_id",
                        "id",
                        "message_id",
                        "conversation_id",
                        "mode",
                        "answer",
                        "metadata",
                        "created_at");
        assertThat(answer.path("mode").asText()).isEqualTo(mode);
        assertThat(answer.at("/metadata/usage/total_tokens").asInt()).isPositive();
    }

    @Test
    void completionHasNoConversation() throws Exception {
        ObjectNode question = TestClient.question("?");
        question.remove("response_mode");

        JsonNode answer = Json.parse(
                post(DemoApps.COMPLETION_KEY, "/completion-messages", question).body());

        assertThat(answer.has("conversation_id")).isFalse();
        assertThat(answer.path("event").asText()).isEqualTo("message");
    }

    @Test
    void workflowReportsItsFailureWithStatus200() throws Exception {
        simulator.next(Faults.modelFailure());
        ObjectNode body = TestClient.inputs(Map.of("topic", "tea")).put("response_mode", "blocking");

        HttpResponse<String> response = post(DemoApps.WORKFLOW_KEY, "/workflows/run", body);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Json.parse(response.body());
        assertThat(answer.at("/data/status").asText()).isEqualTo("failed");
        assertThat(answer.at("/data/error").asText()).contains("overloaded");
        assertThat(answer.at("/data/id")).isEqualTo(answer.path("workflow_run_id"));
    }

    @Test
    void chatflowReportsItsFailureByStatus() throws Exception {
        simulator.next(Faults.modelFailure());

        HttpResponse<String> response = post(DemoApps.CHATFLOW_KEY, "/chat-messages", TestClient.blocking("?"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).path("message").asText()).startsWith("Run failed: ");
    }

    @Test
    void chatReportsTheErrorOfItsModel() throws Exception {
        simulator.next(Faults.modelFailure());

        HttpResponse<String> response = post(DemoApps.CHAT_KEY, "/chat-messages", TestClient.blocking("?"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).path("code").asText()).isEqualTo("completion_request_error");
    }
}
