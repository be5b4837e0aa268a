package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.local.EventReader.Event;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.RecordedRequest;
import dev.rechat.testing.dify.Script;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes on one database and one Dify: what the one was about to say when it died, the other tells. */
final class TwoProcessesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path home = Path.of("");

    // Begun with the class and not before: it may be run a second time.
    @SuppressWarnings("NullAway.Init")
    private static DifySimulator dify;

    private static final Schema SCHEMA = TestDatabase.shared().createSchema();
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DATASOURCES_DEFAULT_URL", SCHEMA.jdbcUrl(),
            "DATASOURCES_DEFAULT_USERNAME", SCHEMA.username(),
            "DATASOURCES_DEFAULT_PASSWORD", SCHEMA.password(),
            "RECHAT_JWT_KEYS", "test:not-a-secret-but-long-enough-for-HS256",
            "RECHAT_SECRETS_KEYS", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "RECHAT_TURNS_LEASE", "2s",
            "RECHAT_TURNS_JOURNAL_INTERVAL", "100ms");

    @SuppressWarnings("NullAway.Init")
    private static LocalProcess survivor;

    private static String token = "";

    private final String turn = UUID.randomUUID().toString();
    private final Gate gate = new Gate();

    private static LocalProcess start(String name) throws Exception {
        String address = dify.uri().toString();
        return LocalProcess.start(
                ENVIRONMENT,
                "--port",
                "0",
                "--data-dir",
                home.resolve(name).toString(),
                "--dify",
                address,
                "--key",
                DemoApps.CHAT_KEY,
                "--dify",
                address,
                "--key",
                DemoApps.CHATFLOW_KEY);
    }

    @BeforeAll
    static void open() throws Exception {
        dify = DifySimulator.builder().heartbeat(Duration.ofMillis(300)).start();
        survivor = start("survivor");
        try (ApiClient client = new ApiClient(survivor.url())) {
            var registered = client.post(
                    "/api/v1/auth/register",
                    Map.of("email", UUID.randomUUID() + "@example.com", "password", "correct horse battery staple"));
            token = ApiClient.json(registered).path("access_token").asText();
        }
    }

    @AfterAll
    static void close() throws Exception {
        survivor.close();
        dify.close();
    }

    private static HttpRequest.Builder request(LocalProcess where, String path) throws Exception {
        return HttpRequest.newBuilder(URI.create(where.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private EventReader ask(LocalProcess where, String app, String words) throws Exception {
        dify.next(
                GenerationRequest.containing(words),
                Script.answer("before ").pause(gate).text("after"));
        String body = JSON.writeValueAsString(Map.of("app_id", app, "message", words, "turn_id", turn));
        return new EventReader(request(where, "/chat/stream")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private EventReader resume(int after) throws Exception {
        return new EventReader(request(survivor, "/chat/turns/" + turn + "/events")
                .header("Last-Event-ID", Integer.toString(after))
                .GET()
                .build());
    }

    /** One after the other; numbers are left out only before the text that is certain. */
    private static void assertNumbered(List<Event> events) {
        int last = 0;
        for (Event event : events) {
            if (event.data().path("reason").asText().equals("caught_up")) {
                assertThat(event.id()).isGreaterThan(last);
            } else {
                assertThat(event.id()).isEqualTo(last + 1);
            }
            last = event.id();
        }
    }

    /** Whoever was connected to the dead process asks the living one for the rest. */
    private void assertResumedAsIfUncut(List<Event> seen, List<Event> uncut) throws Exception {
        List<Event> whole = new ArrayList<>(seen);
        try (EventReader rest = resume(seen.getLast().id())) {
            whole.addAll(rest.all());
        }
        assertThat(whole).isEqualTo(uncut);
    }

    private static String storedAnswer(List<Event> events) throws Exception {
        String conversation = events.getFirst().data().path("conversation_id").asText();
        try (var http = HttpClient.newHttpClient()) {
            var messages = http.send(
                    request(survivor, "/conversations/" + conversation + "/messages")
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(messages.body()).at("/data/1/content").asText();
        }
    }

    @Test
    void chatOfKilledProcessEndsAsInterruptedWithItsTextKept() throws Exception {
        try (LocalProcess killed = start("killed-chat");
                EventReader original = ask(killed, "chat", "killed in chat");
                EventReader elsewhere = resume(0)) {
            original.await("delta");
            elsewhere.await("delta");

            killed.kill(false);

            List<Event> events = elsewhere.all();
            assertNumbered(events);
            assertThat(events.getLast().data().path("code").asText()).isEqualTo("turn_interrupted");
            assertThat(EventReader.text(events)).isEqualTo("before ");
            assertThat(storedAnswer(events)).isEqualTo("before ");
            assertResumedAsIfUncut(original.all(), events);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGKILL", "SIGTERM"})
    void chatflowOfEndedProcessIsFollowedToItsEnd(String signal) throws Exception {
        try (LocalProcess ended = start("ended-" + signal);
                EventReader original = ask(ended, "chatflow", "ended by " + signal);
                EventReader elsewhere = resume(0)) {
            original.await("delta");
            elsewhere.await("delta");
            long followed =
                    dify.requests().stream().filter(TwoProcessesIT::follows).count();

            if (signal.equals("SIGKILL")) {
                ended.kill(false);
            } else {
                ended.terminate();
            }
            List<Event> seen = original.all();
            awaitFollowed(followed + 1);
            gate.open();

            List<Event> events = elsewhere.all();
            assertNumbered(events);
            assertThat(events.getLast().data().path("status").asText()).isEqualTo("completed");
            assertThat(EventReader.text(events)).isEqualTo("before after");
            assertThat(storedAnswer(events)).isEqualTo("before after");
            assertResumedAsIfUncut(seen, events);
        }
    }

    private static boolean follows(RecordedRequest request) {
        return request.path().startsWith("/v1/workflow/") && request.path().endsWith("/events");
    }

    private static void awaitFollowed(long times) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (dify.requests().stream().filter(TwoProcessesIT::follows).count() < times) {
            assertThat(System.nanoTime()).as("nobody follows the run").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
