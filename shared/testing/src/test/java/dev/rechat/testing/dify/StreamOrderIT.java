package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamOrderIT {

    private static StreamedAnswer ask(EngineVariant variant, SimulatedApp app, Script script) throws Exception {
        try (DifySimulator simulator =
                        DifySimulator.builder().variant(variant).app(app).start();
                TestClient client = new TestClient(simulator, app.key())) {
            simulator.next(script);
            return switch (app.mode()) {
                case CHAT, AGENT_CHAT, ADVANCED_CHAT -> client.stream("/chat-messages", TestClient.question("Why?"));
                case COMPLETION -> client.stream("/completion-messages", TestClient.question("Why?"));
                case WORKFLOW -> client.stream("/workflows/run", TestClient.inputs(Map.of("topic", "why")));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void chatSendsMessagesAndTheirEnd(EngineVariant variant) throws Exception {
        StreamedAnswer answer = ask(variant, SimulatedApp.chat("k"), Script.answer("a", "b"));

        assertThat(answer.order()).containsExactly("message", "message_end");
        assertThat(answer.text()).isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource
    void completionSendsMessagesAndTheirEnd(EngineVariant variant) throws Exception {
        StreamedAnswer answer = ask(variant, SimulatedApp.completion("k"), Script.answer("a", "b"));

        assertThat(answer.order()).containsExactly("message", "message_end");
    }

    @ParameterizedTest
    @EnumSource
    void agentThinksInRounds(EngineVariant variant) throws Exception {
        Script script = Script.answer("Let me see. ")
                .thought("I need the time", "current_time", "{}", "09:41")
                .text("It is 09:41.");

        StreamedAnswer answer = ask(variant, SimulatedApp.agentChat("k"), script);

        assertThat(answer.order())
                .containsExactly(
                        "agent_thought",
                        "agent_message",
                        "agent_thought",
                        "agent_message",
                        "agent_thought",
                        "message_end");
        assertThat(answer.named("agent_thought")).hasSize(5);
        assertThat(answer.named("agent_thought").stream()
                        .map(thought -> thought.path("position").asInt()))
                .containsExactly(1, 1, 1, 2, 2);
        assertThat(answer.named("agent_thought").subList(0, 3).stream()
                        .map(thought -> thought.path("id").asText()))
                .containsOnly(
                        answer.named("agent_thought").getFirst().path("id").asText());
    }

    @Test
    void legacyChatflowFinishesTheWorkflowBeforeTheMessage() throws Exception {
        StreamedAnswer answer = ask(EngineVariant.LEGACY, SimulatedApp.chatflow("k"), Script.answer("a"));

        assertThat(answer.order())
                .containsExactly(
                        "workflow_started",
                        "node_started",
                        "node_finished",
                        "node_started",
                        "message",
                        "node_finished",
                        "node_started",
                        "node_finished",
                        "workflow_finished",
                        "message_end");
    }

    @Test
    void celeryChatflowStartsWithAPingAndEndsWithTheWorkflow() throws Exception {
        StreamedAnswer answer = ask(EngineVariant.CELERY, SimulatedApp.chatflow("k"), Script.answer("a"));

        assertThat(answer.order())
                .containsExactly(
                        "event: ping",
                        "workflow_started",
                        "node_started",
                        "node_finished",
                        "node_started",
                        "message",
                        "node_finished",
                        "node_started",
                        "node_finished",
                        "message_end",
                        "workflow_finished");
    }

    @ParameterizedTest
    @EnumSource
    void workflowSendsTextChunksBetweenNodes(EngineVariant variant) throws Exception {
        StreamedAnswer answer = ask(variant, SimulatedApp.workflow("k"), Script.answer("a", "b"));

        assertThat(answer.order().stream().filter(name -> !name.equals("event: ping")))
                .containsExactly(
                        "workflow_started",
                        "node_started",
                        "node_finished",
                        "node_started",
                        "text_chunk",
                        "node_finished",
                        "node_started",
                        "node_finished",
                        "workflow_finished");
        assertThat(answer.order().getFirst().equals("event: ping")).isEqualTo(variant == EngineVariant.CELERY);
        assertThat(answer.text()).isEqualTo("ab");
    }

    @Test
    void failedNodeOfAWorkerHidesTheErrorBehindTheFinishedWorkflow() throws Exception {
        StreamedAnswer answer = ask(EngineVariant.CELERY, SimulatedApp.chatflow("k"), Faults.modelFailure());

        assertThat(answer.order())
                .endsWith("node_finished", "workflow_finished")
                .doesNotContain("message_end", "error");
        assertThat(answer.only("workflow_finished").at("/data/status").asText()).isEqualTo("failed");
        assertThat(answer.only("workflow_finished").at("/data/error").asText()).contains("overloaded");
    }

    @Test
    void failedNodeOfALegacyServerIsFollowedByTheError() throws Exception {
        StreamedAnswer answer = ask(EngineVariant.LEGACY, SimulatedApp.chatflow("k"), Faults.modelFailure());

        assertThat(answer.order())
                .endsWith("node_finished", "workflow_finished", "error")
                .doesNotContain("message_end");
        assertThat(answer.only("workflow_finished").at("/data/status").asText()).isEqualTo("failed");
    }

    @ParameterizedTest
    @EnumSource
    void failedModelOfAChatIsAnErrorEvent(EngineVariant variant) throws Exception {
        StreamedAnswer answer = ask(variant, SimulatedApp.chat("k"), Faults.modelFailure());

        assertThat(answer.order()).containsExactly("message", "error");
        assertThat(answer.only("error").path("code").asText()).isEqualTo("completion_request_error");
        assertThat(answer.only("error").has("task_id")).isFalse();
        assertThat(answer.only("error").has("conversation_id")).isTrue();
    }
}
