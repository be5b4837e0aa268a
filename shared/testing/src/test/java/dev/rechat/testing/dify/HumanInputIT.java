package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HumanInputIT {

    private static final HumanForm FORM = HumanForm.approval();

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator, DemoApps.CHATFLOW_KEY);

    private StreamedAnswer askWith(Script script) throws Exception {
        simulator.next(script);
        return client.stream("/chat-messages", TestClient.question("Lunch?"));
    }

    private static JsonNode form(StreamedAnswer answer) {
        return answer.only("human_input_required").path("data");
    }

    private static String path(StreamedAnswer answer) {
        return "/form/human_input/" + form(answer).path("form_token").asText();
    }

    private static ObjectNode filledIn(String action) {
        ObjectNode body = Json.object().put("action", action).put("user", "u1");
        body.putObject("inputs").put("remark", "Fine.");
        return body;
    }

    private JsonNode storedMessage(StreamedAnswer answer) throws Exception {
        String conversation =
                answer.only("workflow_paused").path("conversation_id").asText();
        return client.json(client.get("/messages?user=u1&conversation_id=" + conversation))
                .at("/data/0");
    }

    private void assertRefused(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(client.json(response).path("code").asText()).isEqualTo(code);
    }

    @Test
    void streamEndsWithTheFormAndThePause() throws Exception {
        StreamedAnswer answer = askWith(Script.answer("Draft.").form(FORM));

        assertThat(answer.order()).endsWith("node_started", "human_input_required", "workflow_paused");
        assertThat(form(answer).path("form_content").asText()).contains("{{#$output.remark#}}");
        assertThat(form(answer).at("/inputs/0/output_variable_name").asText()).isEqualTo("remark");
        assertThat(form(answer).at("/actions/0/id").asText()).isEqualTo("approve");
        assertThat(form(answer).at("/resolved_default_values/remark").asText()).isEqualTo("No remarks.");
        assertThat(form(answer).path("expiration_time").isIntegralNumber()).isTrue();
        JsonNode pause = answer.only("workflow_paused").path("data");
        assertThat(pause.path("status").asText()).isEqualTo("paused");
        assertThat(pause.path("outputs").isEmpty()).isTrue();
        assertThat(pause.at("/paused_nodes/0")).isEqualTo(form(answer).path("node_id"));
        assertThat(pause.at("/reasons/0/TYPE").asText()).isEqualTo("human_input_required");
        assertThat(pause.at("/reasons/0/form_token")).isEqualTo(form(answer).path("form_token"));
    }

    @Test
    void pausedRunIsStoredAsSuch() throws Exception {
        StreamedAnswer answer = askWith(Script.answer("Draft.").form(FORM));

        String run = answer.only("workflow_paused").path("workflow_run_id").asText();
        JsonNode detail = client.json(client.get("/workflows/run/" + run));
        assertThat(detail.path("status").asText()).isEqualTo("paused");
        assertThat(detail.path("outputs").isEmpty()).isTrue();
        assertThat(detail.path("finished_at").isNull()).isTrue();
        assertThat(storedMessage(answer).path("status").asText()).isEqualTo("paused");
        assertThat(storedMessage(answer).path("answer").asText()).isEqualTo("Draft.");
        assertThat(storedMessage(answer).at("/extra_contents/0/submitted").asBoolean(true))
                .isFalse();
    }

    @Test
    void formIsToldByItsToken() throws Exception {
        StreamedAnswer answer = askWith(Script.empty().form(FORM));

        JsonNode form = client.json(client.get(path(answer)));

        assertThat(form.path("inputs")).isEqualTo(form(answer).path("inputs"));
        assertThat(form.path("user_actions")).isEqualTo(form(answer).path("actions"));
        assertThat(form.path("expiration_time")).isEqualTo(form(answer).path("expiration_time"));
    }

    @Test
    void runGoesOnAfterTheFormAndDependsOnIt() throws Exception {
        StreamedAnswer answer = askWith(Script.answer("Draft. ")
                .form(FORM, given -> Script.answer(given.action(), " because ", given.text("remark")))
                .text(" End."));

        HttpResponse<String> submitted = client.post(path(answer), filledIn("reject"));
        simulator.awaitIdle(TestClient.PATIENCE);

        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(submitted.body().strip()).isEqualTo("{}");
        JsonNode message = storedMessage(answer);
        assertThat(message.path("answer").asText()).isEqualTo("Draft. reject because Fine. End.");
        assertThat(message.path("status").asText()).isEqualTo("normal");
        assertThat(message.at("/extra_contents/0/submitted").asBoolean()).isTrue();
        assertThat(message.at("/extra_contents/0/form_submission_data/action_id")
                        .asText())
                .isEqualTo("reject");
        String run = answer.only("workflow_paused").path("workflow_run_id").asText();
        JsonNode detail = client.json(client.get("/workflows/run/" + run));
        assertThat(detail.path("status").asText()).isEqualTo("succeeded");
        assertThat(detail.at("/outputs/answer").asText()).isEqualTo("Draft. reject because Fine. End.");
    }

    @Test
    void formCannotBeFilledInTwice() throws Exception {
        StreamedAnswer answer = askWith(Script.empty().form(FORM));
        client.post(path(answer), filledIn("approve"));

        assertRefused(client.post(path(answer), filledIn("approve")), 412, "human_input_form_submitted");
        assertRefused(client.get(path(answer)), 412, "human_input_form_submitted");
    }

    @Test
    void formRunsOutOfTimeAndTheRunGoesOn() throws Exception {
        StreamedAnswer answer = askWith(
                Script.answer("Draft. ").form(FORM, given -> Script.answer(given.timedOut() ? "Too late." : "?")));

        simulator.expireForms();
        simulator.awaitIdle(TestClient.PATIENCE);

        assertRefused(client.post(path(answer), filledIn("approve")), 412, "human_input_form_expired");
        assertRefused(client.get(path(answer)), 412, "human_input_form_expired");
        assertThat(storedMessage(answer).path("answer").asText()).isEqualTo("Draft. Too late.");
    }

    @Test
    void timeRunsOutByItself() throws Exception {
        Gate late = new Gate();
        askWith(Script.empty()
                .form(FORM.within(Duration.ofMillis(1)), given -> Script.empty().pause(late)));

        late.awaitReached(TestClient.PATIENCE);
        late.open();
    }

    @Test
    void answerThatDoesNotFitIsRefusedAndTheFormStaysOpen() throws Exception {
        StreamedAnswer answer =
                askWith(Script.empty().form(FORM.with(FormField.select("size", "S", "M"), FormField.file("plan"))));
        ObjectNode body = filledIn("approve");
        ObjectNode inputs = (ObjectNode) body.path("inputs");

        assertRefused(client.post(path(answer), body), 400, "invalid_form_data");
        inputs.put("size", "XL").putObject("plan").put("transfer_method", "remote_url");
        assertRefused(client.post(path(answer), body), 400, "invalid_form_data");
        inputs.put("size", "M");
        assertRefused(client.post(path(answer), body), 400, "invalid_form_data");
        inputs.putObject("plan").put("transfer_method", "remote_url").put("url", "http://x/y.pdf");
        assertRefused(client.post(path(answer), body.put("action", "other")), 400, "invalid_form_data");
        assertThat(client.post(path(answer), body.put("action", "approve")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void unknownOrForeignFormIsNotFound() throws Exception {
        StreamedAnswer answer = askWith(Script.empty().form(FORM));

        assertRefused(client.get("/form/human_input/unknown"), 404, "not_found");
        try (TestClient other = new TestClient(simulator, DemoApps.APPROVAL_KEY)) {
            assertRefused(other.get(path(answer)), 404, "not_found");
        }
        assertRefused(client.post(path(answer), filledIn("approve").put("user", "")), 400, "invalid_param");
    }

    @Test
    void formWithoutDeliveryHasNoToken() throws Exception {
        StreamedAnswer answer = askWith(Script.empty().form(FORM.unreachable()));

        assertThat(form(answer).path("form_token").isNull()).isTrue();
    }

    @Test
    void blockingChatflowAnswersWithThePause() throws Exception {
        simulator.next(Script.answer("Draft.").form(FORM));

        JsonNode answer = client.json(client.post("/chat-messages", TestClient.blocking("Lunch?")));

        assertThat(answer.path("event").asText()).isEqualTo("workflow_paused");
        assertThat(answer.path("answer").asText()).isEqualTo("Draft.");
        assertThat(answer.at("/data/status").asText()).isEqualTo("paused");
        assertThat(answer.at("/data/reasons/0/form_token").asText()).isNotEmpty();
    }

    @Test
    void blockingWorkflowAnswersWithThePause() throws Exception {
        try (TestClient workflow = new TestClient(simulator, DemoApps.WORKFLOW_KEY)) {
            simulator.next(Script.empty().form(FORM));
            ObjectNode body = TestClient.inputs(Map.of("topic", "tea")).put("response_mode", "blocking");

            JsonNode answer = workflow.json(workflow.post("/workflows/run", body));

            assertThat(answer.at("/data/status").asText()).isEqualTo("paused");
            assertThat(answer.at("/data/finished_at").isNull()).isTrue();
            assertThat(answer.at("/data/reasons/0/form_token").asText()).isNotEmpty();
        }
    }

    @Test
    void demoAppAsksAPerson() throws Exception {
        try (TestClient approval = new TestClient(simulator, DemoApps.APPROVAL_KEY)) {
            StreamedAnswer answer = approval.stream("/chat-messages", TestClient.question("请大家吃饭"));

            assertThat(answer.order()).endsWith("human_input_required", "workflow_paused");
            assertThat(approval.post(path(answer), filledIn("approve")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void magicWordAsksAPersonInAnyGraph() throws Exception {
        assertThat(client.stream("/chat-messages", TestClient.question("!form 60"))
                        .order())
                .endsWith("human_input_required", "workflow_paused");
    }

    @Test
    void nobodyIsAskedWhereThereIsNoHumanInput() throws Exception {
        Script script = Script.answer("a")
                .form(FORM, given -> Script.answer(given.action()))
                .text("z");
        try (DifySimulator legacy =
                        DifySimulator.builder().variant(EngineVariant.LEGACY).start();
                TestClient chatflow = new TestClient(legacy, DemoApps.CHATFLOW_KEY);
                TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            legacy.next(script);
            simulator.next(script);

            assertThat(chatflow.stream("/chat-messages", TestClient.question("?"))
                            .text())
                    .isEqualTo("aapprovez");
            assertThat(chat.stream("/chat-messages", TestClient.question("?")).text())
                    .isEqualTo("aapprovez");
            assertThat(chatflow.get("/form/human_input/x").statusCode()).isEqualTo(404);
        }
    }
}
