package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionsIT {

    private final DifySimulator simulator = DifySimulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode get(String key, String path) throws Exception {
        try (TestClient client = new TestClient(simulator, key)) {
            return client.json(client.get(path));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "app-demo-chat, chat",
        "app-demo-agent, agent-chat",
        "app-demo-chatflow, advanced-chat",
        "app-demo-completion, completion",
        "app-demo-workflow, workflow"
    })
    void demoAppsHaveFixedKeysAndModes(String key, String mode) throws Exception {
        assertThat(get(key, "/info").path("mode").asText()).isEqualTo(mode);
    }

    @Test
    void parametersTellWhatTheAuthorConfigured() throws Exception {
        JsonNode chat = get(DemoApps.CHAT_KEY, "/parameters");
        JsonNode workflow = get(DemoApps.WORKFLOW_KEY, "/parameters");

        assertThat(chat.path("opening_statement").asText()).startsWith("Hello!");
        assertThat(chat.path("suggested_questions")).hasSize(2);
        assertThat(chat.at("/suggested_questions_after_answer/enabled").asBoolean())
                .isTrue();
        assertThat(chat.at("/file_upload/enabled").asBoolean()).isTrue();
        assertThat(chat.at("/system_parameters/file_size_limit").asInt()).isEqualTo(15);
        assertThat(workflow.at("/user_input_form/0/text-input/variable").asText())
                .isEqualTo("topic");
        assertThat(workflow.at("/user_input_form/0/text-input/max_length").asInt())
                .isEqualTo(200);
        assertThat(workflow.path("file_upload").has("enabled")).isFalse();
        assertThat(workflow.at("/file_upload/image/enabled").asBoolean()).isFalse();
    }

    @Test
    void metaAndSiteAreThere() throws Exception {
        assertThat(get(DemoApps.AGENT_KEY, "/meta")
                        .at("/tool_icons/current_time/content")
                        .asText())
                .isNotEmpty();
        assertThat(get(DemoApps.CHAT_KEY, "/site").path("title").asText()).isEqualTo("Chat");
    }

    @Test
    void runDetailHasItsInputsInAString() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.WORKFLOW_KEY)) {
            StreamedAnswer answer = client.stream("/workflows/run", TestClient.inputs(Map.of("topic", "茶")));
            String id = answer.only("workflow_finished").path("workflow_run_id").asText();

            JsonNode run = get(DemoApps.WORKFLOW_KEY, "/workflows/run/" + id);

            assertThat(run.path("status").asText()).isEqualTo("succeeded");
            assertThat(run.path("inputs").isTextual()).isTrue();
            assertThat(Json.parse(run.path("inputs").asText()).path("topic").asText())
                    .isEqualTo("茶");
            assertThat(run.at("/outputs/text").asText()).isEqualTo(answer.text());
            assertThat(run.path("total_steps").asInt()).isEqualTo(3);
        }
    }
}
