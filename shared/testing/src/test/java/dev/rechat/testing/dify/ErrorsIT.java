package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorsIT {

    private final DifySimulator simulator = DifySimulator.builder()
            .app(SimulatedApp.chat("chat"))
            .app(SimulatedApp.agentChat("agent"))
            .app(SimulatedApp.workflow("workflow").asking(InputField.text("topic", "Topic", true, 5)))
            .app(SimulatedApp.completion("completion")
                    .asking(InputField.select("tone", "Tone", false, "kind"), InputField.number("n", "N", false)))
            .app(SimulatedApp.chat("off").disabled())
            .start();
    private final TestClient chat = new TestClient(simulator, "chat");
    private final TestClient workflow = new TestClient(simulator, "workflow");
    private final TestClient completion = new TestClient(simulator, "completion");

    @AfterEach
    void stop() {
        chat.close();
        workflow.close();
        completion.close();
        simulator.close();
    }

    private static void assertError(HttpResponse<String> response, int status, String code, String message)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = Json.parse(response.body());
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).startsWith(message);
    }

    private HttpResponse<String> withAuthorization(String... header) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.uri() + "/info"));
            if (header.length > 0) {
                request.header("Authorization", header[0]);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void refusesRequestsWithoutAGoodKey() throws Exception {
        assertError(
                withAuthorization(),
                401,
                "unauthorized",
                "Authorization header must be provided and start with 'Bearer'");
        assertError(withAuthorization("Basic abc"), 401, "unauthorized", "Authorization scheme must be 'Bearer'");
        assertError(withAuthorization("Bearer wrong"), 401, "unauthorized", "Access token is invalid");
        assertThat(withAuthorization("Bearer wrong").headers().firstValue("www-authenticate"))
                .contains("Bearer realm=\"api\"");
        assertThat(withAuthorization("bEaReR chat").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAppThatIsSwitchedOff() throws Exception {
        assertError(withAuthorization("Bearer off"), 403, "forbidden", "The app's API service has been disabled.");
    }

    @Test
    void knowsNoOtherRoutesOrMethods() throws Exception {
        assertError(chat.get("/nothing"), 404, "not_found", "The requested URL was not found");
        assertError(chat.get("/chat-messages"), 405, "method_not_allowed", "");
    }

    @Test
    void wantsJsonThatCallsItselfJson() throws Exception {
        HttpRequest.Builder plain = chat.to("/chat-messages")
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"));

        assertError(chat.send(plain), 415, "unsupported_media_type", "Did not attempt");
        assertError(chat.send(chat.to("/chat-messages").POST(BodyPublishers.ofString("{"))), 400, "bad_request", "");
    }

    @Test
    void wantsUserInputsAndQuery() throws Exception {
        ObjectNode question = TestClient.question("Why?");

        assertError(
                chat.post("/chat-messages", question.deepCopy().put("user", "")),
                400,
                "invalid_param",
                "Arg user must be provided.");
        assertError(
                chat.post("/chat-messages", question.deepCopy().without("inputs")),
                400,
                "invalid_param",
                "1 validation error");
        assertError(
                chat.post("/chat-messages", question.deepCopy().without("query")),
                400,
                "invalid_param",
                "1 validation error");
        assertError(
                chat.post("/chat-messages", question.deepCopy().put("conversation_id", "x")),
                400,
                "invalid_param",
                "1 validation error");
        assertError(
                chat.post("/chat-messages", question.deepCopy().put("response_mode", "x")),
                400,
                "invalid_param",
                "1 validation error");
    }

    @Test
    void keepsAppsToTheirRoutes() throws Exception {
        assertError(workflow.post("/chat-messages", TestClient.question("?")), 400, "not_chat_app", "");
        assertError(workflow.get("/conversations"), 400, "not_chat_app", "");
        assertError(chat.post("/workflows/run", TestClient.question("?")), 400, "not_workflow_app", "");
        assertError(chat.post("/completion-messages", TestClient.question("?")), 400, "app_unavailable", "");
        assertError(chat.get("/workflows/run/" + UUID.randomUUID()), 400, "not_workflow_app", "");
    }

    @Test
    void agentsOnlyStream() throws Exception {
        try (TestClient agent = new TestClient(simulator, "agent")) {
            assertError(agent.post("/chat-messages", TestClient.blocking("?")), 400, "invalid_param", "Agent Chat");
        }
    }

    @Test
    void checksInputsAgainstTheForm() throws Exception {
        assertError(completion.post("/completion-messages", tone("rude")), 400, "invalid_param", "tone in input form");
        ObjectNode notANumber = TestClient.question("?");
        notANumber.putObject("inputs").put("n", "many");
        assertError(completion.post("/completion-messages", notANumber), 400, "invalid_param", "n in input form");
        assertThat(completion.post("/completion-messages", tone("kind")).statusCode())
                .isEqualTo(200);
        ObjectNode empty = TestClient.blocking("");
        assertError(workflow.post("/workflows/run", empty), 400, "invalid_param", "topic is required in input form");
        empty.putObject("inputs").put("topic", "too long");
        assertError(workflow.post("/workflows/run", empty), 400, "invalid_param", "topic in input form");
    }

    private static ObjectNode tone(String tone) {
        ObjectNode body = TestClient.question("?");
        body.putObject("inputs").put("tone", tone);
        return body;
    }

    @Test
    void doesNotFindWhatIsNotThere() throws Exception {
        String unknown = UUID.randomUUID().toString();

        HttpResponse<String> chatting =
                chat.post("/chat-messages", TestClient.question("?").put("conversation_id", unknown));
        assertError(chatting, 404, "not_found", "Conversation Not Exists.");
        assertThat(chatting.body()).contains("You have requested this URI [/v1/chat-messages] but did you mean");
        assertError(chat.get("/messages?user=u1&conversation_id=" + unknown), 404, "not_found", "Conversation Not");
        assertError(chat.delete("/conversations/" + unknown, "{}"), 404, "not_found", "Conversation Not Exists.");
        assertError(workflow.get("/workflows/run/" + unknown), 404, "not_found", "Workflow run not found.");
        assertError(
                workflow.post("/workflows/" + unknown + "/run", TestClient.question("")), 404, "not_found", "Workflow");
        assertError(workflow.post("/workflows/draft/run", TestClient.question("")), 400, "bad_request", "Invalid");
    }

    @Test
    void welcomesWithoutAKey() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(simulator.uri() + "/")).build(), BodyHandlers.ofString());

            assertThat(Json.parse(response.body()).path("welcome").asText()).isEqualTo("Dify OpenAPI");
        }
    }
}
