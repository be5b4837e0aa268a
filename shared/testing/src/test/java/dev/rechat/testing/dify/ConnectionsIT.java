package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.http.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsIT {

    private static final Pattern CONVERSATION = Pattern.compile("\"conversation_id\":\"([^\"]+)\"");

    private final DifySimulator simulator = DifySimulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Leaves in the middle of an answer and returns what is stored of it once the rest is or would be made. */
    private JsonNode storedAfterLeaving(String key) throws Exception {
        try (TestClient client = new TestClient(simulator, key)) {
            Gate middle = new Gate();
            simulator.next(Script.answer("first, ").pause(middle).text("second"));
            OpenStream stream = OpenStream.of(client.open("/chat-messages", TestClient.question("Why?")));
            Matcher conversation = CONVERSATION.matcher(stream.readUntil("first, "));
            assertThat(conversation.find()).isTrue();
            middle.awaitReached(TestClient.PATIENCE);

            stream.close();

            RecordedRequest request = simulator.requests().getFirst();
            assertThat(request.awaitEnding(TestClient.PATIENCE)).isEqualTo(Ending.CLIENT_LEFT);
            middle.open();
            simulator.awaitIdle(TestClient.PATIENCE);
            return client.json(client.get("/messages?user=u1&conversation_id=" + conversation.group(1)))
                    .at("/data/0");
        }
    }

    @Test
    void workerGoesOnWithoutItsClient() throws Exception {
        assertThat(storedAfterLeaving(DemoApps.CHATFLOW_KEY).path("answer").asText())
                .isEqualTo("first, second");
    }

    @Test
    void chatLosesTheAnswerWithItsClient() throws Exception {
        JsonNode stored = storedAfterLeaving(DemoApps.CHAT_KEY);

        assertThat(stored.path("query").asText()).isEqualTo("Why?");
        assertThat(stored.path("answer").asText()).isEmpty();
    }

    /** What is stored of an answer whose connection the server side has broken off in its middle. */
    private JsonNode storedAfterACut(EngineVariant variant, String key) throws Exception {
        try (DifySimulator other = DifySimulator.builder().variant(variant).start();
                TestClient client = new TestClient(other, key)) {
            // A broken connection takes with it what was under way: the cut waits until the client has read.
            Gate read = new Gate();
            other.next(Script.answer("first, ").pause(read).cut().text("second"));
            OpenStream stream = OpenStream.of(client.open("/chat-messages", TestClient.question("Why?")));
            stream.readUntil("first, ");
            read.open();
            String seen = stream.readToEnd();
            Matcher conversation = CONVERSATION.matcher(seen);
            assertThat(conversation.find()).isTrue();
            assertThat(seen).endsWith("<BROKEN>").doesNotContain("second");
            other.awaitIdle(TestClient.PATIENCE);
            return client.json(client.get("/messages?user=u1&conversation_id=" + conversation.group(1)))
                    .at("/data/0/answer");
        }
    }

    @Test
    void cutLosesTheAnswerUnlessAWorkerMakesIt() throws Exception {
        assertThat(storedAfterACut(EngineVariant.CELERY, DemoApps.CHATFLOW_KEY).asText("?"))
                .isEqualTo("first, second");
        assertThat(storedAfterACut(EngineVariant.LEGACY, DemoApps.CHATFLOW_KEY).asText("?"))
                .isEmpty();
        assertThat(storedAfterACut(EngineVariant.CELERY, DemoApps.CHAT_KEY).asText("?"))
                .isEmpty();
        assertThat(storedAfterACut(EngineVariant.CELERY, DemoApps.AGENT_KEY).asText("?"))
                .isEmpty();
    }

    @Test
    void recordsWhatWasAsked() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            client.get("/conversations?user=%E4%BB%B7&limit=5");
            client.stream("/chat-messages", TestClient.question("价格"));

            RecordedRequest list = simulator.requests().getFirst();
            assertThat(list.method()).isEqualTo("GET");
            assertThat(list.path()).isEqualTo("/v1/conversations");
            assertThat(list.request().parameter("user")).contains("价");
            assertThat(list.ending()).contains(Ending.ANSWERED);
            RecordedRequest chat =
                    simulator.awaitRequest(request -> request.path().equals("/v1/chat-messages"), Duration.ZERO);
            assertThat(chat.json().path("query").asText()).isEqualTo("价格");
            assertThat(chat.header("Authorization")).contains("Bearer " + DemoApps.CHAT_KEY);
            assertThat(chat.at()).isAfterOrEqualTo(list.at());
        }
    }

    @Test
    void saysWhichRequestsCameWhenTheExpectedDidNot() {
        assertThatThrownBy(() -> simulator.awaitRequest(request -> true, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No such request within PT0.001S");
    }

    @Test
    void refusesAPortThatIsTaken() {
        int taken = simulator.uri().getPort();

        assertThatThrownBy(() -> DifySimulator.builder().port(taken).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(BindException.class)
                .hasMessageContaining("127.0.0.1:" + taken);
    }

    @Test
    void breaksOffOpenStreamsWhenClosed() throws Exception {
        try (TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            simulator.next(Script.answer("a").pause(new Gate()));
            OpenStream stream = OpenStream.of(client.open("/chat-messages", TestClient.question("?")));
            stream.readUntil("\"answer\":\"a\"");

            simulator.close();

            assertThatThrownBy(() -> stream.readUntil("never")).isInstanceOf(IOException.class);
        }
    }
}
