package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong before a stream begins, on a real connection. */
@Timeout(60)
class FailureIT {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @AutoClose
    private final DifyClient client = Clients.impatient(LONG, LONG, LONG);

    @Test
    void connectionRefusedIsUnavailable() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        DifyApp app = new DifyApp(URI.create("http://127.0.0.1:" + port + "/v1"), new DifyApiKey("app-not-a-real-key"));

        assertThatThrownBy(() -> client.stream(app, Clients.chat())).isInstanceOf(DifyUnavailableException.class);
    }

    @Test
    void unknownHostIsUnavailable() {
        DifyApp app = new DifyApp(URI.create("http://does-not-exist.invalid/v1"), new DifyApiKey("app-not-a-real-key"));

        assertThatThrownBy(() -> client.info(app)).isInstanceOf(DifyUnavailableException.class);
    }

    @Test
    void serverThatAcceptsNoConnectionIsATimeoutWhileConnecting() throws IOException {
        // A listener whose backlog is full leaves further connections unanswered.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FullBacklog ignored = FullBacklog.of(full)) {
            DifyApp app = new DifyApp(
                    URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1"),
                    new DifyApiKey("app-not-a-real-key"));

            assertThatThrownBy(() -> client.stream(app, Clients.chat()))
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.CONNECT));
        }
    }

    @Test
    void silenceBeforeTheHeadIsATimeoutThatReleasesTheConnection() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try (DifyClient impatient = Clients.impatient(SHORT, LONG, LONG);
                WireServer server = new WireServer((request, wire) -> {
                    wire.awaitClientGone();
                    gone.countDown();
                })) {
            assertThatThrownBy(() -> impatient.stream(server.app(), Clients.chat()))
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.FIRST_BYTE));
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void silenceWithinAStreamIsATimeoutThatReleasesTheConnection() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try (DifyClient impatient = Clients.impatient(LONG, SHORT, LONG);
                WireServer server = new WireServer((request, wire) -> {
                    wire.streamHead();
                    wire.event("{\"event\":\"message\",\"answer\":\"a\"}");
                    wire.awaitClientGone();
                    gone.countDown();
                });
                DifyStream stream = impatient.stream(server.app(), Clients.chat())) {
            stream.next();

            assertThatThrownBy(stream::next)
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.IDLE));
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callThatTakesTooLongInAllIsATimeoutHoweverBusyTheServerLooks() {
        try (DifyClient impatient = Clients.impatient(LONG, LONG, SHORT);
                WireServer server = new WireServer((request, wire) -> {
                    wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n");
                    while (true) {
                        wire.send(" ");
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                })) {
            assertThatThrownBy(() -> impatient.ask(server.app(), Clients.chat()))
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.TOTAL));
        }
    }

    @Test
    void generationInOnePieceThatTakesTooLongIsATimeoutInAll() {
        try (DifyClient impatient = Clients.impatient(LONG, LONG, SHORT);
                WireServer server = new WireServer((request, wire) -> wire.awaitClientGone())) {
            assertThatThrownBy(() -> impatient.ask(server.app(), Clients.chat()))
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.TOTAL));
        }
    }

    @Test
    void refusalWhoseBodyBreaksOffIsStillTheRefusalItsStatusTells() {
        try (WireServer server = new WireServer((request, wire) -> {
            wire.send("HTTP/1.1 429 X\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            wire.close();
        })) {
            assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                    .isInstanceOf(DifyRateLimitedException.class);
        }
    }

    @Test
    void connectionClosedBeforeTheHeadIsUnavailable() {
        try (WireServer server = new WireServer((request, wire) -> wire.close())) {
            assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                    .isInstanceOf(DifyUnavailableException.class);
        }
    }

    @Test
    void connectionResetWithinTheStreamIsACut() {
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.streamHead();
                    wire.event("{\"event\":\"message\",\"answer\":\"a\"}");
                    wire.reset();
                });
                DifyStream stream = client.stream(server.app(), Clients.chat())) {
            assertThatThrownBy(() -> Clients.drain(stream)).isInstanceOf(DifyStreamCutException.class);
        }
    }

    @Test
    void orderlyEndOfTheConnectionWithoutAnEndOfTheAnswerIsACut() {
        try (WireServer server = WireServer.streaming("data: {\"event\":\"message\",\"answer\":\"a\"}\n\n");
                DifyStream stream = client.stream(server.app(), Clients.chat())) {
            assertThatThrownBy(() -> Clients.drain(stream)).isInstanceOf(DifyStreamCutException.class);
        }
    }

    @Test
    void answerThatIsNoHttpIsAProtocolError() {
        try (WireServer server = new WireServer((request, wire) -> {
            wire.send("SSH-2.0-OpenSSH_9.6\r\n\r\n");
            wire.awaitClientGone();
        })) {
            assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                    .isInstanceOf(DifyProtocolException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", ""})
    void streamOfAnotherContentTypeIsAProtocolError(String type) {
        try (WireServer server = WireServer.answering(200, type, "{}")) {
            assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                    .isExactlyInstanceOf(DifyProtocolException.class)
                    .hasMessageContaining("'" + type + "'");
        }
    }

    @Test
    void pageOfAProxyIsUnavailable() {
        try (WireServer server = WireServer.answering(502, "text/html", "<html>Bad Gateway</html>")) {
            DifyUnavailableException failure = catchThrowableOfType(
                    DifyUnavailableException.class, () -> client.stream(server.app(), Clients.chat()));

            assertThat(failure.status()).isEqualTo(502);
            assertThat(failure.code()).isNull();
        }
    }

    @Test
    void redirectIsNotFollowedSoThatTheKeyStaysHere() throws InterruptedException {
        try (WireServer elsewhere = WireServer.answering(200, "application/json", "{}");
                WireServer server = new WireServer((request, wire) ->
                        wire.answer(307, "text/html", "", "Location: " + elsewhere.uri("/v1/chat-messages")))) {
            assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                    .isExactlyInstanceOf(DifyProtocolException.class)
                    .hasMessageContaining("check the base URL");
            assertThatThrownBy(() -> client.info(server.app())).isExactlyInstanceOf(DifyProtocolException.class);

            assertThat(elsewhere.requestsLeft()).isZero();
        }
    }

    @Test
    void refusalCarriesDifysCodeAndNothingOfTheKey() {
        String body = "{\"code\":\"unauthorized\",\"message\":\"Access token is invalid\",\"status\":401}\n";
        try (WireServer server = WireServer.answering(401, "application/json", body)) {
            DifyUnauthorizedException failure = catchThrowableOfType(
                    DifyUnauthorizedException.class, () -> client.stream(server.app(), Clients.chat()));

            assertThat(failure.code()).isEqualTo("unauthorized");
            assertThat(failure.difyMessage()).isEqualTo("Access token is invalid");
            assertThat(failure).asString().doesNotContain("not-a-real-key");
        }
    }

    @Test
    void bodyLargerThanAllowedIsAProtocolError() {
        DifyClientConfiguration usual = DifyClientConfiguration.defaults();
        DifyClientConfiguration small = new DifyClientConfiguration(
                LONG, LONG, LONG, LONG, Duration.ZERO, usual.maxLineBytes(), usual.maxEventBytes(), 100, 10, 0);
        try (DifyClient careful = Clients.client(small);
                WireServer server =
                        WireServer.answering(200, "application/json", "{\"answer\":\"" + "a".repeat(200_000) + "\"}")) {
            assertThatThrownBy(() -> careful.ask(server.app(), Clients.chat()))
                    .isExactlyInstanceOf(DifyProtocolException.class)
                    .hasMessageContaining("100 bytes");
        }
    }

    @Test
    void interruptWhileWaitingReleasesTheConnection() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server = new WireServer((request, wire) -> {
            asked.countDown();
            wire.awaitClientGone();
            gone.countDown();
        })) {
            Thread caller = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> client.stream(server.app(), Clients.chat()))
                            .isInstanceOf(CancellationException.class));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();

            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
