package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopIT {

    private static final Pattern TASK = Pattern.compile("\"task_id\":\"([^\"]+)\"");

    private DifySimulator simulator = DifySimulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private static JsonNode user(String user) {
        return Json.object().put("user", user);
    }

    private static String taskId(String text) {
        Matcher task = TASK.matcher(text);
        assertThat(task.find()).isTrue();
        return task.group(1);
    }

    /** Starts an answer that never ends by itself, stops it as that user and returns what came. */
    private StreamedAnswer stopped(String key, String ask, JsonNode body, String stop, String user) throws Exception {
        try (TestClient client = new TestClient(simulator, key)) {
            simulator.next(Script.answer("so far").pause(new Gate()).text("never"));
            try (OpenStream stream = OpenStream.of(client.open(ask, body))) {
                String task = taskId(stream.readUntil("so far"));
                HttpResponse<String> answer = client.post(stop.formatted(task), user(user));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(Json.parse(answer.body()).path("result").asText()).isEqualTo("success");
                return StreamedAnswer.parse(stream.readToEnd());
            }
        }
    }

    @Test
    void chatEndsInOrderWithWhatWasSaid() throws Exception {
        StreamedAnswer answer =
                stopped(DemoApps.CHAT_KEY, "/chat-messages", TestClient.question("?"), "/chat-messages/%s/stop", "u1");

        assertThat(answer.order()).containsExactly("message", "message_end");
        assertThat(answer.text()).isEqualTo("so far");
        assertThat(storedAnswer(answer)).isEqualTo("so far");
    }

    private String storedAnswer(StreamedAnswer answer) throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            String conversation =
                    answer.only("message_end").path("conversation_id").asText();
            return client.json(client.get("/messages?user=u1&conversation_id=" + conversation))
                    .at("/data/0/answer")
                    .asText();
        }
    }

    @Test
    void completionEndsInOrder() throws Exception {
        StreamedAnswer answer = stopped(
                DemoApps.COMPLETION_KEY,
                "/completion-messages",
                TestClient.question("?"),
                "/completion-messages/%s/stop",
                "u1");

        assertThat(answer.order()).containsExactly("message", "message_end");
    }

    @Test
    void workerEndsWithTheStoppedWorkflow() throws Exception {
        StreamedAnswer answer = stopped(
                DemoApps.CHATFLOW_KEY, "/chat-messages", TestClient.question("?"), "/chat-messages/%s/stop", "u1");

        assertThat(answer.order()).endsWith("message", "workflow_finished");
        assertThat(answer.only("workflow_finished").at("/data/status").asText()).isEqualTo("stopped");
        assertThat(answer.only("workflow_finished").at("/data/error").asText()).isEqualTo("Stopped by user.");
    }

    @Test
    void legacyChatflowAlsoEndsTheMessage() throws Exception {
        simulator.close();
        simulator = DifySimulator.builder().variant(EngineVariant.LEGACY).start();

        StreamedAnswer answer = stopped(
                DemoApps.CHATFLOW_KEY, "/chat-messages", TestClient.question("?"), "/chat-messages/%s/stop", "u1");

        assertThat(answer.order()).endsWith("message", "workflow_finished", "message_end");
    }

    @Test
    void anyUserCanStopAWorkflow() throws Exception {
        StreamedAnswer answer = stopped(
                DemoApps.WORKFLOW_KEY,
                "/workflows/run",
                TestClient.inputs(Map.of("topic", "tea")),
                "/workflows/tasks/%s/stop",
                "somebody else");

        assertThat(answer.only("workflow_finished").at("/data/status").asText()).isEqualTo("stopped");
    }

    @Test
    void anotherUserIsToldToHaveStoppedAChatThatGoesOn() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            Gate gate = new Gate();
            simulator.next(Script.answer("first ").pause(gate).text("second"));
            try (OpenStream stream = OpenStream.of(client.open("/chat-messages", TestClient.question("?")))) {
                String task = taskId(stream.readUntil("first"));

                HttpResponse<String> answer = client.post("/chat-messages/" + task + "/stop", user("other"));

                assertThat(answer.statusCode()).isEqualTo(200);
                gate.open();
                assertThat(stream.readToEnd()).contains("second");
            }
        }
    }

    @Test
    void stoppingNothingIsASuccessExceptOnTheWrongRoute() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            String unknown = UUID.randomUUID().toString();

            assertThat(client.post("/chat-messages/" + unknown + "/stop", user("u1"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.post("/workflows/tasks/" + unknown + "/stop", user("u1"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(client.post("/chat-messages/" + unknown + "/stop", Json.object())
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
