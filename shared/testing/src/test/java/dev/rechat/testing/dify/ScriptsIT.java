package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScriptsIT {

    private final DifySimulator simulator = DifySimulator.start();
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);

    @AfterEach
    void stop() {
        chat.close();
        simulator.close();
    }

    private String ask(String query) throws Exception {
        return chat.stream("/chat-messages", TestClient.question(query)).text();
    }

    @Test
    void playsAScriptOnceAndThenTheNextOne() throws Exception {
        simulator.next(Script.answer("first"));
        simulator.next(Script.answer("second"));

        assertThat(ask("?")).isEqualTo("first");
        assertThat(ask("?")).isEqualTo("second");
        assertThat(ask("?")).contains("Dify simulator");
    }

    @Test
    void playsAScriptForEveryQuestionThatMatches() throws Exception {
        simulator.always(GenerationRequest.containing("tea"), Script.answer("tea!"));
        simulator.always(GenerationRequest.ofApp(DemoApps.AGENT_KEY), Script.answer("not me"));

        assertThat(ask("green tea")).isEqualTo("tea!");
        assertThat(ask("black tea")).isEqualTo("tea!");
        assertThat(ask("coffee")).contains("Dify simulator");
        simulator.forgetScripts();
        assertThat(ask("green tea")).contains("Dify simulator");
    }

    @Test
    void waitsForTheTestBeforeGoingOn() throws Exception {
        Gate gate = new Gate();
        simulator.next(Script.answer("before ").pause(gate).text("after"));
        try (OpenStream stream = OpenStream.of(chat.open("/chat-messages", TestClient.question("?")))) {
            stream.readUntil("before ");
            gate.awaitReached(TestClient.PATIENCE);

            gate.open();

            assertThat(stream.readToEnd()).contains("after", "message_end");
        }
    }

    @Test
    void holdsTheHeadBackUntilTheGateOpens() throws Exception {
        Gate gate = new Gate();
        simulator.next(Script.answer("late").headAfter(gate));
        Thread opener = Thread.ofVirtual().start(() -> openWhenReached(gate));

        String answer = ask("?");

        assertThat(answer).isEqualTo("late");
        opener.join();
    }

    private static void openWhenReached(Gate gate) {
        try {
            gate.awaitReached(TestClient.PATIENCE);
            gate.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sendsAnyEventWithTheWrapperOfTheMode() throws Exception {
        simulator.next(Script.empty()
                .event("message_file", Map.of("id", "f1", "type", "image", "belongs_to", "assistant", "url", "u"))
                .event("invented_later", Map.of("message_id", "mine"))
                .ping()
                .data("[DONE]"));

        StreamedAnswer answer = StreamedAnswer.parse(
                chat.post("/chat-messages", TestClient.question("?")).body().replace("data: [DONE]\n\n", ""));

        assertThat(answer.order()).containsExactly("message_file", "invented_later", "event: ping", "message_end");
        assertThat(answer.only("message_file").path("task_id").asText()).isNotEmpty();
        assertThat(answer.only("invented_later").path("message_id").asText()).isEqualTo("mine");
    }

    @Test
    void magicWordsAskForFaults() throws Exception {
        assertThat(ask("!long 321")).hasSize(321);
        assertThat(chat.post("/chat-messages", TestClient.question("!busy")).statusCode())
                .isEqualTo(429);
        assertThat(StreamedAnswer.parse(chat.post("/chat-messages", TestClient.question("!error"))
                                .body())
                        .order())
                .containsExactly("message", "error");
        try (TestClient workflow = new TestClient(simulator, DemoApps.WORKFLOW_KEY)) {
            StreamedAnswer nodes = workflow.stream("/workflows/run", TestClient.inputs(Map.of("topic", "!nodes 7")));
            assertThat(nodes.named("node_started")).hasSize(10);
        }
    }
}
