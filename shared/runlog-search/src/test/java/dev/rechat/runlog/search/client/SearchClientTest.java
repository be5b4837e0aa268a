package dev.rechat.runlog.search.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class SearchClientTest {

    private final Deque<Object> script = new ArrayDeque<>();
    private final List<Duration> slept = new ArrayList<>();
    private long now;

    @Test
    void triesAgainUntilItGoesWell() {
        script.add(new ConnectException("refused"));
        script.add(answer(503, "{}"));
        script.add(answer(200, "{\"ok\":true}"));

        assertThat(client().get("/", Map.of()).get("ok")).isNotNull();
        assertThat(slept).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void waitsAsLongAsServerWants() {
        script.add(new Answer(429, new byte[0], Duration.ofSeconds(2)));
        script.add(answer(200, "{}"));

        client().get("/", Map.of());

        assertThat(slept).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void givesUpAfterSoManyRetries() {
        for (int each = 0; each < 4; each++) {
            script.add(answer(503, "{}"));
        }

        assertThatThrownBy(() -> client().get("/", Map.of())).isInstanceOf(RunLogUnavailableException.class);
        assertThat(slept).hasSize(3);
        assertThat(script).isEmpty();
    }

    @Test
    void triesNothingAgainAfterTimeout() {
        script.add(answer(503, "{}"));
        now = Duration.ofMinutes(1).toNanos();

        assertThatThrownBy(() -> client().get("/", Map.of())).isInstanceOf(RunLogUnavailableException.class);
        assertThat(slept).isEmpty();
    }

    @Test
    void doesNotAskServerAgainThatItDoesNotTrust() {
        script.add(new SSLHandshakeException("unknown authority"));

        assertThatThrownBy(() -> client().get("/", Map.of()))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining("TLS failed");
        assertThat(slept).isEmpty();
    }

    @Test
    void tellsKindOfErrorAndNothingElse() {
        script.add(answer(400, "{\"error\":{\"type\":\"parsing_exception\",\"reason\":\"secret\"}}"));
        script.add(answer(400, "{\"error\":{\"type\":\"<b>Secret</b>\"}}"));

        assertThatThrownBy(() -> client().get("/", Map.of()))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessage("the search server refused a request (400): parsing_exception");
        assertThatThrownBy(() -> client().get("/", Map.of())).hasMessage("the search server refused a request (400)");
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private SearchClient client() {
        return new SearchClient(
                Scripted::new, new Json(ObjectMapper.getDefault()), Duration.ofSeconds(30), 3, new Pauses() {
                    private boolean begun;

                    @Override
                    public void sleep(Duration pause) {
                        slept.add(pause);
                    }

                    @Override
                    public long nanoTime() {
                        long time = begun ? now : 0;
                        begun = true;
                        return time;
                    }
                });
    }

    private final class Scripted implements Connection {

        @Override
        public Answer send(String method, String path, Map<String, String> parameters, byte[] body) throws IOException {
            Object next = script.removeFirst();
            if (next instanceof IOException failure) {
                throw failure;
            }
            return (Answer) next;
        }

        @Override
        public void close() {}
    }
}
