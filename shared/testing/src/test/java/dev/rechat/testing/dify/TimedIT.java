package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TimedIT {

    @AutoClose
    private final DifySimulator simulator =
            DifySimulator.builder().pace(Duration.ofMillis(200)).start();

    private static List<Long> times(StreamedAnswer answer) {
        List<String> pieces = Arrays.asList(answer.text().split(" "));
        assertThat(pieces).allMatch(piece -> piece.matches("\\d{16}"));
        return pieces.stream().map(Long::valueOf).toList();
    }

    private static long epochMicros() {
        return Instant.now().toEpochMilli() * 1000;
    }

    @Test
    void everyPieceSaysWhenItWasSentAndKeepsToItsOwnPace() throws Exception {
        long before = epochMicros();
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            List<Long> times = times(client.stream("/chat-messages", TestClient.question("!timed 50 2 mark")));

            assertThat(times).hasSize(50).isSorted();
            assertThat(times.getFirst()).isBetween(before, epochMicros() + 1000);
            assertThat(times.getLast() - times.getFirst()).isBetween(49 * 2_000L - 1000, 50 * 200_000L / 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        DemoApps.CHAT_KEY + ",/chat-messages",
        DemoApps.AGENT_KEY + ",/chat-messages",
        DemoApps.CHATFLOW_KEY + ",/chat-messages",
        DemoApps.COMPLETION_KEY + ",/completion-messages",
        DemoApps.WORKFLOW_KEY + ",/workflows/run"
    })
    void everyModeCanBeTimed(String key, String path) throws Exception {
        simulator.next(Script.timed(3, Duration.ofMillis(1)));
        JsonNode body = TestClient.question("?").set("inputs", Json.object().put("topic", "tea"));
        try (TestClient client = new TestClient(simulator, key)) {
            assertThat(times(client.stream(path, body))).hasSize(3).isSorted();
        }
    }

    @Test
    void storedAnswerIsTheOneThatWasSent() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHATFLOW_KEY)) {
            StreamedAnswer answer = client.stream("/chat-messages", TestClient.question("!timed 10 1"));
            String conversation =
                    answer.only("message_end").path("conversation_id").asText();

            assertThat(client.json(client.get("/messages?user=u1&conversation_id=" + conversation))
                            .at("/data/0/answer")
                            .asText())
                    .isEqualTo(answer.text());
        }
    }

    @Test
    void hundredsAreServedAtATime() throws Exception {
        simulator.always(GenerationRequest.any(), Script.timed(20, Duration.ofMillis(20)));
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StreamedAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                answers.add(threads.submit(() -> client.stream("/chat-messages", TestClient.question("?"))));
            }
            for (Future<StreamedAnswer> answer : answers) {
                assertThat(times(answer.get())).hasSize(20).isSorted();
            }
        }
    }

    @Test
    void endsWhenTheClientLeaves() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            try (OpenStream stream =
                    OpenStream.of(client.open("/chat-messages", TestClient.question("!timed 1000000 10")))) {
                stream.readUntil("\"answer\"");
            }

            simulator.awaitIdle(TestClient.PATIENCE);
        }
    }

    @Test
    void numbersAreOptional() {
        GenerationRequest plain =
                new GenerationRequest(SimulatedApp.chat("k"), "!timed", Json.object(), "u", "", true, true);

        assertThat(MagicWords.script(plain).orElseThrow().steps())
                .containsExactly(new Step.Timed(100, Duration.ofMillis(50)));
    }
}
