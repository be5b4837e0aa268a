package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Ending;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a worker finds out too late for a status. */
@Timeout(60)
class WorkerErrorsIT {

    private static final SimulatedApp WORKFLOW =
            SimulatedApp.workflow("k").asking(InputField.text("topic", "Topic", true, 5));

    /** Closes silent connections at once, so that a stream held open comes to its end. */
    private static DifySimulator simulator(EngineVariant variant, SimulatedApp app) {
        return DifySimulator.builder()
                .variant(variant)
                .idleClose(Duration.ofMillis(1))
                .app(app)
                .start();
    }

    @Test
    void workerReportsMissingInputsInsideTheStreamWithoutCode() throws Exception {
        try (DifySimulator simulator = simulator(EngineVariant.CELERY, WORKFLOW);
                TestClient client = new TestClient(simulator, "k")) {
            StreamedAnswer answer = client.stream("/workflows/run", TestClient.inputs(Map.of()));

            assertThat(answer.frames())
                    .containsExactly(
                            "event: ping",
                            "data: {\"event\":\"error\",\"message\":\"topic is required in input form\",\"status\":500}");
        }
    }

    @Test
    void legacyServerReportsMissingInputsByStatus() throws Exception {
        try (DifySimulator simulator = simulator(EngineVariant.LEGACY, WORKFLOW);
                TestClient client = new TestClient(simulator, "k")) {
            HttpResponse<String> response = client.post("/workflows/run", TestClient.inputs(Map.of()));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("invalid_param", "topic is required in input form");
        }
    }

    @Test
    void workerReportsAnEmptyQueryInsideTheStream() throws Exception {
        try (DifySimulator simulator = simulator(EngineVariant.CELERY, SimulatedApp.chatflow("k"));
                TestClient client = new TestClient(simulator, "k")) {
            StreamedAnswer answer = client.stream("/chat-messages", TestClient.question(""));

            assertThat(answer.order()).containsExactly("event: ping", "error");
        }
    }

    @Test
    void workerSilentlyStartsANewConversationForAnUnknownOne() throws Exception {
        String unknown = UUID.randomUUID().toString();
        try (DifySimulator simulator = simulator(EngineVariant.CELERY, SimulatedApp.chatflow("k"));
                TestClient client = new TestClient(simulator, "k")) {
            ObjectNode question = TestClient.question("Why?").put("conversation_id", unknown);

            StreamedAnswer answer = client.stream("/chat-messages", question);

            assertThat(answer.only("message_end").path("conversation_id").asText())
                    .isNotEqualTo(unknown)
                    .isNotEmpty();
        }
    }

    @Test
    void legacyChatflowDoesNotFindAnUnknownConversation() throws Exception {
        String unknown = UUID.randomUUID().toString();
        try (DifySimulator simulator = simulator(EngineVariant.LEGACY, SimulatedApp.chatflow("k"));
                TestClient client = new TestClient(simulator, "k")) {
            ObjectNode question = TestClient.question("Why?").put("conversation_id", unknown);

            HttpResponse<String> response = client.post("/chat-messages", question);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("Conversation Not Exists.");
        }
    }

    @Test
    void errorEventDoesNotCloseAWorkersStream() throws Exception {
        try (DifySimulator simulator =
                        DifySimulator.builder().app(SimulatedApp.chatflow("k")).start();
                TestClient client = new TestClient(simulator, "k")) {
            simulator.next(Faults.errorEvent("internal_server_error", 500, "broken"));

            OpenStream stream = OpenStream.of(client.open("/chat-messages", TestClient.question("?")));

            stream.readUntil("\"event\":\"error\"");
            assertThat(simulator.requests().getFirst().ending()).isEmpty();
            stream.close();
            assertThat(simulator.requests().getFirst().awaitEnding(TestClient.PATIENCE))
                    .isEqualTo(Ending.CLIENT_LEFT);
        }
    }

    @Test
    void annotationReplyHasNoWorkflowAndDoesNotCloseAWorkersStream() throws Exception {
        try (DifySimulator simulator = simulator(EngineVariant.CELERY, SimulatedApp.chatflow("k"));
                TestClient client = new TestClient(simulator, "k")) {
            simulator.next(Script.answer("from an annotation").withoutGraph());

            StreamedAnswer answer = client.stream("/chat-messages", TestClient.question("?"));

            assertThat(answer.order()).containsExactly("message", "message_end");
        }
    }
}
