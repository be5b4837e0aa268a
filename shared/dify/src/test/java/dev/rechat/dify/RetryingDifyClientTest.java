package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingDifyClientTest {

    private static final DifyApp APP =
            new DifyApp(URI.create("http://127.0.0.1/v1"), new DifyApiKey("app-not-a-real-key"));
    private static final DifyProblem PROBLEM = DifyProblem.ofStatus(500);

    private final FailingClient failing = new FailingClient();
    private final List<Duration> slept = new ArrayList<>();
    private final DifyClient client = new RetryingDifyClient(failing, 2, slept::add, () -> 0);

    static List<DifyException> passing() {
        return List.of(
                new DifyRateLimitedException("m", PROBLEM, null),
                new DifyUnavailableException("m", PROBLEM, null),
                new DifyTimeoutException(DifyTimeoutException.Phase.CONNECT, Duration.ZERO),
                new DifyTimeoutException(DifyTimeoutException.Phase.FIRST_BYTE, Duration.ZERO));
    }

    static List<DifyException> lasting() {
        return List.of(
                new DifyRejectedException("m", PROBLEM),
                new DifyUnauthorizedException("m", PROBLEM),
                new DifyProtocolException("m", null),
                new DifyTimeoutException(DifyTimeoutException.Phase.TOTAL, Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void repeatsSafeCallsAfterPassingFailures(DifyException failure) {
        failing.with(failure, failure);
        client.info(APP);
        failing.with(failure);
        client.parameters(APP);
        failing.with(failure);
        client.stop(APP, DifyMode.CHAT, "t", "u");

        assertThat(failing.calls).containsExactly("info", "info", "info", "parameters", "parameters", "stop", "stop");
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void doesNotRepeatAfterLastingFailures(DifyException failure) {
        failing.with(failure);

        assertThatThrownBy(() -> client.info(APP)).isSameAs(failure);

        assertThat(failing.calls).containsExactly("info");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void neverSendsAGenerationTwice(DifyException failure) {
        failing.with(failure, failure);

        assertThatThrownBy(() -> client.stream(APP, Clients.chat())).isSameAs(failure);
        assertThatThrownBy(() -> client.ask(APP, Clients.chat())).isSameAs(failure);

        assertThat(failing.calls).containsExactly("stream", "ask");
    }

    @Test
    void givesUpAfterItsLastAttempt() {
        DifyException failure = new DifyUnavailableException("m", PROBLEM, null);
        failing.with(failure, failure, failure);

        assertThatThrownBy(() -> client.info(APP)).isSameAs(failure);

        assertThat(failing.calls).hasSize(3);
        assertThat(slept).hasSize(2);
    }

    @Test
    void waitsLongerEachTime() {
        DifyException failure = new DifyUnavailableException("m", PROBLEM, null);
        failing.with(failure, failure);

        client.info(APP);

        assertThat(slept).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void waitsAsLongAsDifyAsks() {
        failing.with(
                new DifyRateLimitedException("m", PROBLEM, Duration.ofSeconds(3)),
                new DifyUnavailableException("m", PROBLEM, Duration.ofSeconds(4)));

        client.info(APP);

        assertThat(slept).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void doesNotWaitWhenDifyAsksForTooLong() {
        DifyException failure = new DifyRateLimitedException("m", PROBLEM, Duration.ofSeconds(60));
        failing.with(failure);

        assertThatThrownBy(() -> client.info(APP)).isSameAs(failure);

        assertThat(slept).isEmpty();
    }

    private static final class FailingClient implements DifyClient {
        private final Queue<DifyException> failures = new ConcurrentLinkedQueue<>();
        private final List<String> calls = new ArrayList<>();

        void with(DifyException... next) {
            failures.addAll(List.of(next));
        }

        private void call(String name) {
            calls.add(name);
            @Nullable DifyException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId) {
            call("stream");
            throw new AssertionError("not reached");
        }

        @Override
        public DifyAnswer ask(DifyApp app, DifyRequest request) {
            call("ask");
            throw new AssertionError("not reached");
        }

        @Override
        public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
            call("stop");
        }

        @Override
        public DifyParameters parameters(DifyApp app) {
            call("parameters");
            return new DifyAppReader(new Json(JsonMapper.createDefault()))
                    .parameters("{}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public DifyAppDescription info(DifyApp app) {
            call("info");
            return new DifyAppDescription("n", "", List.of(), DifyMode.CHAT, "");
        }

        @Override
        public void close() {}
    }
}
