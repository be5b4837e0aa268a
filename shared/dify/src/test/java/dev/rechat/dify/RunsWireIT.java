package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.FormAction;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent and read about runs and forms, byte by byte. */
@Timeout(60)
class RunsWireIT {

    private static final String JSON = "application/json";
    private static final String FINISHED =
            "data: {\"event\": \"workflow_finished\", \"task_id\": \"r\", \"data\": {\"status\": \"succeeded\"}}\n\n";

    @AutoClose
    private final DifyRuns runs = Clients.client(DifyClientConfiguration.defaults());

    @Test
    void followsARunOnTheRouteWithTheSingular() throws InterruptedException {
        try (WireServer server = WireServer.streaming(FINISHED);
                DifyStream stream = runs.events(server.app(), "run-1", "jo & co", false)) {
            List<DifyEvent> events = Clients.drain(stream);

            assertThat(events).map(Outline::of).containsExactly("run succeeded");
            assertThat(events.getFirst().context().taskId()).isEqualTo("r");
            assertThat(server.request().line()).isEqualTo("GET /v1/workflow/run-1/events?user=jo%20%26%20co HTTP/1.1");
        }
    }

    @Test
    void asksForASnapshot() throws InterruptedException {
        try (WireServer server = WireServer.streaming(FINISHED);
                DifyStream stream = runs.events(server.app(), "run-1", "u", true)) {
            Clients.drain(stream);

            assertThat(server.request().line())
                    .isEqualTo("GET /v1/workflow/run-1/events?user=u&include_state_snapshot=true HTTP/1.1");
        }
    }

    @Test
    void readsTheInputsOfARunOutOfTheirText() throws InterruptedException {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"id": "r", "workflow_id": "w", "status": "partial-succeeded",
                 "inputs": "{\\"topic\\": \\"\\u4f60\\", \\"sys.files\\": []}", "outputs": {"text": "Hi"}, "error": null,
                 "total_steps": 3, "total_tokens": 42, "created_at": 1705395332, "finished_at": 1705395335,
                 "elapsed_time": 2.5}""")) {
            DifyRunDetail detail = runs.detail(server.app(), "run-1");

            assertThat(Objects.requireNonNull(detail.inputs()).get("topic")).isEqualTo(JsonNode.createStringNode("你"));
            assertThat(Objects.requireNonNull(detail.outputs()).get("text")).isEqualTo(JsonNode.createStringNode("Hi"));
            assertThat(detail.status()).isEqualTo("partial-succeeded");
            assertThat(detail.totalTokens()).isEqualTo(42);
            assertThat(detail.totalSteps()).isEqualTo(3);
            assertThat(detail.finishedAt()).isEqualTo(Instant.ofEpochSecond(1705395335));
            assertThat(detail.elapsedTime()).isEqualTo(Duration.ofMillis(2500));
            assertThat(server.request().line()).isEqualTo("GET /v1/workflows/run/run-1 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"inputs\": null}", "{\"inputs\": \"\"}", "{\"inputs\": \"{}\"}"})
    void runWithoutInputsHasEmptyOnes(String body) {
        try (WireServer server = WireServer.answering(200, JSON, body)) {
            assertThat(runs.detail(server.app(), "r").inputs()).isEqualTo(DifyRequest.noInputs());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"inputs\": \"{\"}", "{\"inputs\": \"[]\"}", "[]"})
    void runWhoseInputsCannotBeReadIsAProtocolError(String body) {
        try (WireServer server = WireServer.answering(200, JSON, body)) {
            assertThatThrownBy(() -> runs.detail(server.app(), "r")).isInstanceOf(DifyProtocolException.class);
        }
    }

    @Test
    void readsAForm() throws InterruptedException {
        try (WireServer server = WireServer.answering(200, JSON, """
                {"form_content": "Send {{#$output.note#}}?", "inputs": [{"type": "paragraph",
                  "output_variable_name": "note", "default": {"type": "constant", "selector": [], "value": "soon"}}],
                 "resolved_default_values": {"note": "soon"}, "user_actions": [
                  {"id": "yes", "title": "Send", "button_style": "primary"}], "expiration_time": 1705395332}""")) {
            DifyForm form = runs.form(server.app(), "tok/en");

            assertThat(form.formContent()).isEqualTo("Send {{#$output.note#}}?");
            assertThat(form.inputs())
                    .singleElement()
                    .satisfies(
                            input -> assertThat(input.get("type")).isEqualTo(JsonNode.createStringNode("paragraph")));
            assertThat(form.resolvedDefaultValues())
                    .isEqualTo(JsonNode.createObjectNode(Map.of("note", JsonNode.createStringNode("soon"))));
            assertThat(form.userActions()).containsExactly(new FormAction("yes", "Send", "primary"));
            assertThat(form.expirationTime()).isEqualTo(Instant.ofEpochSecond(1705395332));
            assertThat(server.request().line()).isEqualTo("GET /v1/form/human_input/tok%2Fen HTTP/1.1");
        }
    }

    @Test
    void submitsAForm() throws InterruptedException {
        JsonNode inputs = JsonNode.createObjectNode(Map.of("note", JsonNode.createStringNode("now")));
        try (WireServer server = WireServer.answering(200, JSON, "{}")) {
            runs.submit(server.app(), "token", inputs, "yes", "user-1");

            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("POST /v1/form/human_input/token HTTP/1.1");
            assertThat(request.body())
                    .isEqualTo("{\"inputs\":{\"note\":\"now\"},\"action\":\"yes\",\"user\":\"user-1\"}");
        }
    }

    @Test
    void tellsRefusalsApartByTheirCode() {
        assertThat(refusal(412, "human_input_form_submitted")).matches(DifyRejectedException::formSubmitted);
        assertThat(refusal(412, "human_input_form_expired"))
                .matches(DifyRejectedException::formExpired)
                .matches(e -> !e.formSubmitted());
        assertThat(refusal(400, "invalid_form_data"))
                .matches(DifyRejectedException::formInvalid)
                .matches(e -> !e.formExpired());
        assertThat(refusal(404, "not_found"))
                .matches(DifyRejectedException::notFound)
                .matches(e -> !e.formInvalid() && !e.conversationNotFound());
        assertThat(refusal(400, "invalid_param")).matches(e -> !e.formInvalid() && !e.notFound());
    }

    @Test
    void formIsNeverSubmittedTwice() {
        try (WireServer server = WireServer.answering(503, JSON, "{}")) {
            assertThatThrownBy(() -> runs.submit(server.app(), "t", DifyRequest.noInputs(), "yes", "u"))
                    .isInstanceOf(DifyUnavailableException.class);

            assertThat(server.requestsLeft()).isEqualTo(1);
        }
    }

    @Test
    void questionIsAskedAgainWhenDifyIsUnwell() {
        try (WireServer server = WireServer.answering(503, JSON, "{}")) {
            assertThatThrownBy(() -> runs.detail(server.app(), "r")).isInstanceOf(DifyUnavailableException.class);

            assertThat(server.requestsLeft())
                    .isEqualTo(1 + DifyClientConfiguration.defaults().retries());
        }
    }

    @Test
    void idThatIsAStepInAPathIsRefused() {
        try (WireServer server = WireServer.answering(200, JSON, "{}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs.form(server.app(), ".."));
            assertThatIllegalArgumentException().isThrownBy(() -> runs.detail(server.app(), " "));
            assertThat(server.requestsLeft()).isZero();
        }
    }

    private DifyRejectedException refusal(int status, String code) {
        String body = "{\"code\": \"%s\", \"message\": \"m\", \"status\": %d}".formatted(code, status);
        try (WireServer server = WireServer.answering(status, JSON, body)) {
            return catchThrowableOfType(
                    DifyRejectedException.class,
                    () -> runs.submit(server.app(), "t", DifyRequest.noInputs(), "yes", "u"));
        }
    }
}
