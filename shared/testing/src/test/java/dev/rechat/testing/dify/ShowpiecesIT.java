package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ShowpiecesIT {

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    @AutoClose
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);

    @AutoClose
    private final TestClient chatflow = new TestClient(simulator, DemoApps.CHATFLOW_KEY);

    private StreamedAnswer ask(TestClient client, String query) throws Exception {
        return client.stream("/chat-messages", TestClient.question(query));
    }

    @Test
    void showsAllOfMarkdownAfterAThought() throws Exception {
        StreamedAnswer answer = ask(chat, "!markdown 9");

        assertThat(answer.text())
                .startsWith("<think>\n")
                .contains("</think>", "| :--", "```python", "```mermaid", "- [ ] ", "[^1]: ", "> > ")
                .contains("$e^{i\\pi}", "$$\n", "\\(a^2", "\\[\n", "<script>", "中文")
                .endsWith("That was all.\n");
        assertThat(answer.named("message"))
                .allSatisfy(piece ->
                        assertThat(piece.path("answer").asText().length()).isLessThanOrEqualTo(9));
    }

    @Test
    void thinksWithinTheAnswer() throws Exception {
        assertThat(ask(chat, "!think 3").text())
                .startsWith("<think>\n")
                .contains("Thought 3")
                .doesNotContain("Thought 4")
                .endsWith("</think>\n\nIt is so.");
    }

    @Test
    void restsOnAsManySourcesAsWanted() throws Exception {
        for (TestClient client : List.of(chat, chatflow)) {
            JsonNode end = ask(client, "!citations 7").only("message_end");

            assertThat(end.at("/metadata/retriever_resources")).hasSize(7);
            assertThat(end.at("/metadata/retriever_resources/6/position").asInt())
                    .isEqualTo(7);
        }
    }

    @Test
    void thinksAndCallsTools() throws Exception {
        try (TestClient agent = new TestClient(simulator, DemoApps.AGENT_KEY)) {
            List<JsonNode> thoughts = ask(agent, "!thoughts 4").named("agent_thought");

            assertThat(thoughts.stream()
                            .filter(thought ->
                                    !thought.path("observation").asText("").isEmpty()))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoApps.CHAT_KEY, DemoApps.CHATFLOW_KEY, DemoApps.AGENT_KEY})
    void bringsFilesThatCanBeFetched(String key) throws Exception {
        try (TestClient client = new TestClient(simulator, key);
                HttpClient http = HttpClient.newHttpClient()) {
            JsonNode files = ask(client, "!files").only("message_end").path("files");

            assertThat(files).hasSize(2);
            for (JsonNode file : files) {
                URI address = simulator.uri().resolve(file.path("url").asText());
                var response = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
                assertThat(response.headers().firstValue("content-type"))
                        .contains(file.path("mime_type").asText());
                assertThat(response.body()).hasSize(file.path("size").asInt());
                String start = new String(response.body(), 0, 5, StandardCharsets.ISO_8859_1);
                assertThat(start).isIn("\u0089PNG\r", "%PDF-");
            }
        }
    }

    @Test
    void bringsFilesWithARun() throws Exception {
        try (TestClient workflow = new TestClient(simulator, DemoApps.WORKFLOW_KEY)) {
            ObjectNode body = TestClient.inputs(Map.of("topic", "!files"));

            assertThat(workflow.stream("/workflows/run", body)
                            .only("workflow_finished")
                            .at("/data/files"))
                    .hasSize(2);
        }
    }

    @Test
    void walksThroughRoundsRetriesAndFailures() throws Exception {
        StreamedAnswer answer = ask(chatflow, "!graph 2");

        assertThat(answer.named("iteration_next")).hasSize(2);
        assertThat(answer.order())
                .contains("iteration_started", "iteration_completed", "loop_started", "loop_completed", "node_retry");
        assertThat(answer.named("agent_log")).hasSize(2);
        assertThat(answer.named("node_finished").stream()
                        .map(event -> event.at("/data/status").asText()))
                .contains("succeeded", "exception");
        assertThat(answer.named("node_started").stream()
                        .filter(event -> event.at("/data/iteration_id").asText().equals("iteration-1")))
                .hasSize(4);
    }

    @Test
    void asksForFieldsOfEveryKind() throws Exception {
        JsonNode form = ask(chatflow, "!fields").only("human_input_required").path("data");

        assertThat(form.path("inputs")
                        .valueStream()
                        .map(input -> input.path("type").asText()))
                .containsExactly("paragraph", "paragraph", "select", "file", "file-list");
        assertThat(form.path("actions")
                        .valueStream()
                        .map(action -> action.path("button_style").asText()))
                .containsExactly("primary", "default", "accent", "ghost");
    }

    @Test
    void asksForValuesOfEveryKindFirst() throws Exception {
        try (TestClient form = new TestClient(simulator, DemoApps.FORM_KEY)) {
            JsonNode parameters = form.json(form.get("/parameters"));
            assertThat(parameters
                            .path("user_input_form")
                            .valueStream()
                            .map(field -> field.fieldNames().next()))
                    .containsExactly(
                            "text-input",
                            "paragraph",
                            "select",
                            "number",
                            "checkbox",
                            "file",
                            "file-list",
                            "json_object",
                            "text-input");
            assertThat(parameters.at("/user_input_form/4/checkbox/default").isBoolean())
                    .isTrue();

            ObjectNode question = TestClient.question("What did I fill in?");
            question.withObject("/inputs")
                    .put("name", "Ada")
                    .put("language", "简体中文")
                    .put("newsletter", false);
            assertThat(form.stream("/chat-messages", question).text())
                    .contains("**Your name**: Ada", "**Language**: 简体中文", "newsletter**: false");

            question.put("response_mode", "blocking").withObject("/inputs").put("photo", "not a file");
            assertThat(form.post("/chat-messages", question).body()).contains("photo in input form must be a file");
        }
    }
}
