package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.dify.payload.DifyFile;
import dev.rechat.dify.payload.DifyMetadata;
import dev.rechat.dify.payload.FormAction;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.RetrieverResource;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifyEventReaderTest {

    private static final ObjectMapper.CloseableObjectMapper MAPPER =
            ObjectMapper.create(Map.of(), "dev.rechat.dify.payload");
    private static final DifyEventReader READER = new DifyEventReader(new Json(MAPPER));

    @AfterAll
    static void closeMapper() {
        MAPPER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message", "agent_message", "agent_thought", "message_file", "message_replace", "message_end",
                "tts_message", "tts_message_end", "error", "workflow_started", "node_started", "node_finished",
                "node_retry", "iteration_started", "iteration_next", "iteration_completed", "loop_started", "loop_next",
                "loop_completed", "text_chunk", "text_replace", "reasoning_chunk", "agent_log", "human_input_required",
                "human_input_form_filled", "human_input_form_timeout", "workflow_paused", "workflow_finished", "ping"
            })
    void knowsEventWithNothingWithNullsAndWithUnknownNeighbours(String name) {
        String camel = Outline.of(READER.read("{\"event\":\"" + name + "\"}"));

        assertThat(camel).doesNotStartWith("unknown");
        assertThat(Outline.of(READER.read("{\"event\":\"" + name + "\",\"data\":null,\"answer\":null,\"metadata\":null,"
                        + "\"files\":null,\"id\":null,\"created_at\":null,\"message_files\":null,\"position\":null}")))
                .isEqualTo(camel);
        assertThat(Outline.of(READER.read("{\"event\":\"" + name + "\",\"new\":{\"a\":[1]},\"data\":{\"new\":[{}],"
                        + "\"id\":null,\"index\":null,\"inputs\":null,\"files\":null,\"created_at\":null,"
                        + "\"elapsed_time\":null,\"execution_metadata\":null,\"paused_nodes\":null,\"reasons\":null,"
                        + "\"actions\":null,\"is_final\":null,\"total_tokens\":null}}")))
                .isEqualTo(camel);
    }

    @Test
    void readsMessageWithItsContext() {
        DifyEvent event = READER.read("""
                {"event":"message","conversation_id":"c","message_id":"m","created_at":1705395332,"task_id":"t",
                 "id":"m","answer":"Hi \\u00e4","from_variable_selector":["node","text"]}""");

        assertThat(event).isInstanceOfSatisfying(DifyEvent.Message.class, message -> {
            assertThat(message.context())
                    .isEqualTo(new DifyEvent.Context("c", "m", "t", null, Instant.ofEpochSecond(1_705_395_332)));
            assertThat(message.answer()).isEqualTo("Hi ä");
            assertThat(message.fromVariableSelector()).containsExactly("node", "text");
        });
    }

    @Test
    void readsMetadataWithPricesThatAreNotRounded() {
        DifyEvent event = READER.read("""
                {"event":"message_end","id":"m","metadata":{"usage":{"prompt_tokens":1033,
                 "prompt_unit_price":"0.00100000000000000000001","prompt_price_unit":"0.001","prompt_price":"0.0010330",
                 "completion_tokens":128,"total_tokens":1161,"total_price":"0.0012890","currency":"USD",
                 "latency":0.5,"time_to_first_token":null,"time_to_generate":1.25},
                 "retriever_resources":[{"position":1,"dataset_name":"D","document_name":"N","score":0.98,
                 "content":"C","page":null,"doc_metadata":{"a":1}}],
                 "annotation_reply":{"id":"a","account":{"id":"x","name":"y"}},"reasoning":{"n":"because"}},
                 "files":[{"id":"f","type":"image","transfer_method":"local_file","filename":"a.png",
                 "extension":".png","mime_type":"image/png","size":12,"url":"https://u"}]}""");

        DifyEvent.MessageEnd end = (DifyEvent.MessageEnd) event;
        DifyMetadata metadata = end.metadata();
        assertThat(metadata.usage()).satisfies(usage -> {
            assertThat(usage.promptTokens()).isEqualTo(1033);
            assertThat(usage.promptUnitPrice()).isEqualTo(new BigDecimal("0.00100000000000000000001"));
            assertThat(usage.totalPrice()).isEqualTo(new BigDecimal("0.0012890"));
            assertThat(usage.latency()).isEqualTo(Duration.ofMillis(500));
            assertThat(usage.timeToFirstToken()).isNull();
            assertThat(usage.timeToGenerate()).isEqualTo(Duration.ofMillis(1250));
        });
        RetrieverResource source = metadata.retrieverResources().getFirst();
        assertThat(source.score()).isEqualTo(0.98);
        assertThat(source.page()).isNull();
        assertThat(metadata.annotationReply()).isNotNull();
        assertThat(metadata.reasoning()).isEqualTo(object("n", JsonNode.createStringNode("because")));
        assertThat(end.files())
                .containsExactly(new DifyFile(
                        "f",
                        "image",
                        "local_file",
                        null,
                        null,
                        "a.png",
                        ".png",
                        "image/png",
                        12L,
                        null,
                        null,
                        "https://u"));
    }

    @Test
    void readsNodeResult() {
        DifyEvent event = READER.read("""
                {"event":"node_finished","task_id":"t","workflow_run_id":"r","data":{"id":"e","node_id":"n",
                 "node_type":"llm","title":"LLM","index":3,"predecessor_node_id":null,"inputs":{"q":"x"},
                 "inputs_truncated":false,"process_data":{},"outputs":{"text":"y"},"status":"exception",
                 "error":"boom","elapsed_time":1.5,"execution_metadata":{"total_tokens":7},"created_at":10,
                 "finished_at":12,"files":[],"iteration_id":"it","loop_id":null}}""");

        NodeResult node = ((DifyEvent.NodeFinished) event).node();
        assertThat(event.context().workflowRunId()).isEqualTo("r");
        assertThat(node.index()).isEqualTo(3);
        assertThat(node.outputs()).isEqualTo(object("text", JsonNode.createStringNode("y")));
        assertThat(node.elapsedTime()).isEqualTo(Duration.ofMillis(1500));
        assertThat(node.createdAt()).isEqualTo(Instant.ofEpochSecond(10));
        assertThat(node.finishedAt()).isEqualTo(Instant.ofEpochSecond(12));
        assertThat(node.iterationId()).isEqualTo("it");
        assertThat(node.error()).isEqualTo("boom");
    }

    @Test
    void readsFormThatAPersonHasToFillIn() {
        DifyEvent event = READER.read("""
                {"event":"human_input_required","data":{"form_id":"f","node_id":"n","node_title":"Ask",
                 "form_content":"# Hi","inputs":[{"type":"paragraph","output_variable_name":"x"}],
                 "actions":[{"id":"ok","title":"OK","button_style":"primary"}],"display_in_ui":true,
                 "form_token":null,"resolved_default_values":{"x":"1"},"expiration_time":1705395332,
                 "approval_channels":["email"]}}""");

        assertThat(event).isInstanceOfSatisfying(DifyEvent.HumanInputRequired.class, required -> {
            assertThat(required.form().inputs()).hasSize(1);
            assertThat(required.form().actions()).containsExactly(new FormAction("ok", "OK", "primary"));
            assertThat(required.form().formToken()).isNull();
            assertThat(required.form().expirationTime()).isEqualTo(Instant.ofEpochSecond(1_705_395_332));
            assertThat(required.form().approvalChannels()).containsExactly("email");
        });
    }

    @Test
    void keepsAllOfAnUnknownEvent() {
        DifyEvent event = READER.read("{\"event\":\"brand_new\",\"task_id\":\"t\",\"data\":{\"x\":1}}");

        assertThat(event).isInstanceOfSatisfying(DifyEvent.Unknown.class, unknown -> {
            assertThat(unknown.name()).isEqualTo("brand_new");
            assertThat(unknown.context().taskId()).isEqualTo("t");
            assertThat(unknown.json().get("data")).isEqualTo(object("x", JsonNode.createNumberNode(1)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[DONE]",
                "[]",
                "null",
                "1",
                "{",
                "{\"event\":\"message\"",
                "{\"event\":null}",
                "{\"event\":\"message_end\",\"metadata\":\"secret-word\"}",
                "{\"event\":\"node_started\",\"data\":[\"secret-word\"]}",
                "secret-word"
            })
    void refusesWhatIsNoEventWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> READER.read(text))
                .isInstanceOf(DifyProtocolException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret-word");
    }

    private static JsonNode object(String name, JsonNode value) {
        return JsonNode.createObjectNode(Map.of(name, value));
    }
}
