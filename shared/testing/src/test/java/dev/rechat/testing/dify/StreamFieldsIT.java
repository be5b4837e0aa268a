package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamFieldsIT {

    private static final List<String> CHAT_WRAPPER =
            List.of("event", "conversation_id", "message_id", "created_at", "task_id");
    private static final List<String> WORKFLOW_WRAPPER = List.of("event", "workflow_run_id", "task_id");

    private final DifySimulator simulator = DifySimulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private StreamedAnswer chat(String key) throws Exception {
        try (TestClient client = new TestClient(simulator, key)) {
            return client.stream("/chat-messages", TestClient.question("Why?"));
        }
    }

    private static void assertFields(JsonNode event, List<String> wrapper, String... own) {
        assertThat(event.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(wrapper.stream(), Stream.of(own)).toList());
    }

    @Test
    void chatEvents() throws Exception {
        StreamedAnswer answer = chat(DemoApps.CHAT_KEY);

        JsonNode message = answer.named("message").getFirst();
        assertFields(message, CHAT_WRAPPER, "id", "answer", "from_variable_selector");
        assertThat(message.path("from_variable_selector").isNull()).isTrue();
        assertThat(message.path("id")).isEqualTo(message.path("message_id"));
        assertThat(message.path("created_at").isIntegralNumber()).isTrue();
        assertFields(answer.only("message_end"), CHAT_WRAPPER, "id", "metadata", "files");
    }

    @Test
    void agentEvents() throws Exception {
        StreamedAnswer answer = chat(DemoApps.AGENT_KEY);

        assertFields(answer.named("agent_message").getFirst(), CHAT_WRAPPER, "id", "answer");
        answer.named("agent_thought")
                .forEach(thought -> assertFields(
                        thought,
                        CHAT_WRAPPER,
                        "id",
                        "position",
                        "thought",
                        "observation",
                        "tool",
                        "tool_labels",
                        "tool_input",
                        "message_files"));
        JsonNode filled = answer.named("agent_thought").get(1);
        assertThat(filled.path("tool").asText()).isEqualTo("current_time");
        assertThat(filled.path("tool_labels").isObject()).isTrue();
    }

    @Test
    void completionEvents() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.COMPLETION_KEY)) {
            StreamedAnswer answer = client.stream("/completion-messages", TestClient.question("Why?"));

            List<String> wrapper = List.of("event", "message_id", "created_at", "task_id");
            assertFields(answer.named("message").getFirst(), wrapper, "id", "answer", "from_variable_selector");
            assertFields(answer.only("message_end"), wrapper, "id", "metadata", "files");
        }
    }

    @Test
    void chatflowEvents() throws Exception {
        StreamedAnswer answer = chat(DemoApps.CHATFLOW_KEY);

        assertFields(answer.only("workflow_started"), CHAT_WRAPPER, "workflow_run_id", "data");
        assertThat(answer.only("workflow_started").at("/data/inputs/sys.query").asText())
                .isEqualTo("Why?");
        assertFields(
                answer.only("workflow_finished").path("data"),
                List.of(),
                "id",
                "workflow_id",
                "status",
                "outputs",
                "error",
                "elapsed_time",
                "total_tokens",
                "total_steps",
                "created_by",
                "created_at",
                "finished_at",
                "exceptions_count",
                "files");
        assertThat(answer.named("message")
                        .getFirst()
                        .path("from_variable_selector")
                        .isArray())
                .isTrue();
        assertThat(answer.only("workflow_finished").at("/data/outputs/answer").asText())
                .isEqualTo(answer.text());
        assertThat(answer.only("message_end").path("metadata").has("annotation_reply"))
                .isFalse();
    }

    @Test
    void workflowEvents() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.WORKFLOW_KEY)) {
            StreamedAnswer answer = client.stream("/workflows/run", TestClient.inputs(Map.of("topic", "tea")));

            assertFields(answer.named("text_chunk").getFirst(), WORKFLOW_WRAPPER, "data");
            assertFields(
                    answer.named("text_chunk").getFirst().path("data"), List.of(), "text", "from_variable_selector");
            assertFields(answer.only("workflow_started"), WORKFLOW_WRAPPER, "data");
            assertThat(answer.only("workflow_started").at("/data/inputs/topic").asText())
                    .isEqualTo("tea");
        }
    }

    @Test
    void nodeEvents() throws Exception {
        StreamedAnswer answer = chat(DemoApps.CHATFLOW_KEY);

        String[] started = {
            "id",
            "node_id",
            "node_type",
            "title",
            "index",
            "predecessor_node_id",
            "inputs",
            "inputs_truncated",
            "created_at",
            "extras",
            "iteration_id",
            "loop_id",
            "agent_strategy"
        };
        answer.named("node_started").forEach(node -> assertFields(node.path("data"), List.of(), started));
        String[] finished = {
            "id",
            "node_id",
            "node_type",
            "title",
            "index",
            "predecessor_node_id",
            "inputs",
            "inputs_truncated",
            "created_at",
            "extras",
            "iteration_id",
            "loop_id",
            "process_data",
            "process_data_truncated",
            "outputs",
            "outputs_truncated",
            "status",
            "error",
            "elapsed_time",
            "execution_metadata",
            "finished_at",
            "files"
        };
        answer.named("node_finished").forEach(node -> assertFields(node.path("data"), List.of(), finished));
        assertThat(answer.named("node_finished").stream()
                        .map(node -> node.at("/data/node_type").asText()))
                .containsExactly("start", "knowledge-retrieval", "llm", "answer");
    }

    @Test
    void metadataNamesSourcesAndPricesInText() throws Exception {
        JsonNode metadata = chat(DemoApps.CHAT_KEY).only("message_end").path("metadata");

        JsonNode usage = metadata.path("usage");
        assertFields(
                usage,
                List.of(),
                "prompt_tokens",
                "prompt_unit_price",
                "prompt_price_unit",
                "prompt_price",
                "completion_tokens",
                "completion_unit_price",
                "completion_price_unit",
                "completion_price",
                "total_tokens",
                "total_price",
                "currency",
                "latency",
                "time_to_first_token",
                "time_to_generate");
        assertThat(usage.path("total_price").isTextual()).isTrue();
        assertThat(usage.path("total_tokens").isInt()).isTrue();
        assertThat(usage.path("latency").isDouble()).isTrue();
        assertThat(metadata.path("annotation_reply").isNull()).isTrue();
        assertThat(metadata.path("retriever_resources")).hasSize(2);
        assertThat(metadata.at("/retriever_resources/0/document_name").asText()).isEqualTo("Handbook.pdf");
    }
}
