package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.DifyUnavailableException.Cause;
import dev.rechat.dify.network.NameLookup;
import io.micronaut.context.ApplicationContext;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No call of the client reaches an address that its key must not be sent to. */
@Timeout(60)
class GuardedAddressIT {

    private static final String INFO = "{\"name\":\"Desk\",\"mode\":\"chat\"}";

    /** Each way to Dify that there is. */
    static Stream<Call> calls() {
        return Stream.of(
                new Call("stream", (beans, app) -> client(beans).stream(app, Clients.chat())),
                new Call("ask", (beans, app) -> client(beans).ask(app, Clients.chat())),
                new Call("stop", (beans, app) -> client(beans).stop(app, DifyMode.CHAT, "t", "u")),
                new Call("parameters", (beans, app) -> client(beans).parameters(app)),
                new Call("info", (beans, app) -> client(beans).info(app)),
                new Call("events", (beans, app) -> beans.getBean(DifyRuns.class).events(app, "r", "u", false)),
                new Call("detail", (beans, app) -> beans.getBean(DifyRuns.class).detail(app, "r")),
                new Call("form", (beans, app) -> beans.getBean(DifyRuns.class).form(app, "f")),
                new Call(
                        "submit",
                        (beans, app) ->
                                beans.getBean(DifyRuns.class).submit(app, "f", DifyRequest.noInputs(), "ok", "u")),
                new Call(
                        "upload",
                        (beans, app) -> beans.getBean(DifyFiles.class)
                                .upload(app, "u", Features.upload("a.txt", "text/plain", "a"))),
                new Call(
                        "preview",
                        (beans, app) -> beans.getBean(DifyFiles.class).preview(app, "u", "f")),
                new Call(
                        "fetch",
                        (beans, app) -> beans.getBean(DifyFiles.class).fetch(app, app.resolve("files/f?sign=1"))),
                new Call(
                        "transcribe",
                        (beans, app) -> beans.getBean(DifyAudio.class)
                                .transcribe(app, "u", Features.upload("a.mp3", "audio/mp3", "a"))),
                new Call("speak", (beans, app) -> beans.getBean(DifyAudio.class).speak(app, "u", "Hello")),
                new Call(
                        "suggestions",
                        (beans, app) -> beans.getBean(DifyMessages.class).suggestions(app, "u", "m")),
                new Call(
                        "rate",
                        (beans, app) -> beans.getBean(DifyMessages.class).rate(app, "u", "m", DifyRating.LIKE, null)),
                new Call(
                        "name",
                        (beans, app) -> beans.getBean(DifyMessages.class).nameConversation(app, "u", "c")),
                new Call(
                        "delete",
                        (beans, app) -> beans.getBean(DifyMessages.class).deleteConversation(app, "u", "c")));
    }

    private record Call(String name, Asking asking) {

        ThrowingCallable of(ApplicationContext beans, DifyApp app) {
            return () -> asking.ask(beans, app);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Asking {
        void ask(ApplicationContext beans, DifyApp app);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void stopsEveryCallToAPrivateAddress(Call call) {
        try (WireServer internal = WireServer.answering(200, "application/json", INFO);
                ApplicationContext beans = context("")) {
            var failure = catchThrowableOfType(DifyUnavailableException.class, call.of(beans, internal.app()));

            assertThat(failure.reason()).isEqualTo(Cause.ADDRESS_PRIVATE);
            assertThat(internal.requestsLeft()).isZero();
        }
    }

    @Test
    void asksWhereTheOperatorHasNamedTheNetwork() {
        try (WireServer named = WireServer.answering(200, "application/json", INFO);
                ApplicationContext beans = context("127.0.0.0/8")) {
            assertThat(client(beans).info(named.app()).name()).isEqualTo("Desk");
        }
    }

    /** None of these addresses answers; that they are not even tried shows in the reason. */
    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest, ADDRESS_FORBIDDEN",
        "https://169.254.169.254/latest, ADDRESS_FORBIDDEN",
        "http://[fd00:ec2::254]/latest, ADDRESS_FORBIDDEN",
        "http://[::ffff:169.254.169.254]/v1, ADDRESS_FORBIDDEN",
        "http://[64:ff9b::a9fe:a9fe]/v1, ADDRESS_FORBIDDEN",
        "http://[2002:a9fe:a9fe::1]/v1, ADDRESS_FORBIDDEN",
        "http://[fe80::1]/v1, ADDRESS_FORBIDDEN",
        "http://0.0.0.0/v1, ADDRESS_FORBIDDEN",
        "http://[::]/v1, ADDRESS_FORBIDDEN",
        "http://255.255.255.255/v1, ADDRESS_FORBIDDEN",
        "http://224.0.0.1/v1, ADDRESS_FORBIDDEN",
        "https://10.0.0.1/v1, ADDRESS_PRIVATE",
        "https://localhost/v1, ADDRESS_PRIVATE",
        "https://[::1]/v1, ADDRESS_PRIVATE",
        "https://100.64.0.1/v1, ADDRESS_PRIVATE",
        "http://1.1.1.1/v1, ADDRESS_UNENCRYPTED"
    })
    void neverConnectsToWhereNoKeyBelongs(URI baseUrl, Cause reason) {
        try (ApplicationContext beans = context("192.168.0.0/16")) {
            DifyApp app = new DifyApp(baseUrl, new DifyApiKey("app-not-a-real-key"));

            var failure = catchThrowableOfType(
                    DifyUnavailableException.class, () -> client(beans).info(app));

            assertThat(failure.reason()).isEqualTo(reason);
        }
    }

    @Test
    void isNotMovedByAnotherAnswerOfTheNameServer() {
        Answers names = new Answers("127.0.0.2", "127.0.0.1");
        try (WireServer outside = closing("127.0.0.2", 0);
                WireServer inside = closing("127.0.0.1", outside.uri("/").getPort());
                ApplicationContext beans = context("127.0.0.2", names)) {
            DifyApp app = rebound(outside);

            assertThat(client(beans).info(app).name()).isEqualTo("Desk");
            assertThat(names.asked)
                    .as("looked at and connected to is one and the same")
                    .hasValue(1);
            var second = catchThrowableOfType(
                    DifyUnavailableException.class, () -> client(beans).info(app));

            assertThat(second.reason()).isEqualTo(Cause.ADDRESS_PRIVATE);
            assertThat(names.asked).hasValue(2);
            assertThat(inside.requestsLeft()).isZero();
        }
    }

    @Test
    void takesTheAllowedOneOfSeveralAddresses() {
        try (WireServer outside = closing("127.0.0.2", 0);
                WireServer inside = closing("127.0.0.1", outside.uri("/").getPort());
                ApplicationContext beans = context("127.0.0.2", host -> addresses("127.0.0.1", "127.0.0.2"))) {
            assertThat(client(beans).info(rebound(outside)).name()).isEqualTo("Desk");
            assertThat(inside.requestsLeft()).isZero();
        }
    }

    private static DifyApp rebound(WireServer server) {
        URI baseUrl = URI.create("http://rebound.example.org:" + server.uri("/").getPort() + "/v1");
        return new DifyApp(baseUrl, new DifyApiKey("app-not-a-real-key"));
    }

    /** Answers one request for each connection, so that the next one has to be made anew. */
    private static WireServer closing(String address, int port) {
        return new WireServer(InetAddress.ofLiteral(address), port, (request, wire) -> {
            wire.answer(200, "application/json", INFO, "Connection: close");
            wire.close();
        });
    }

    private static final class Answers implements NameLookup {

        private final Deque<String> answers;
        private final AtomicInteger asked = new AtomicInteger();

        Answers(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public synchronized InetAddress[] addresses(String host) {
            asked.incrementAndGet();
            return GuardedAddressIT.addresses(answers.removeFirst());
        }
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static DifyClient client(ApplicationContext beans) {
        return beans.getBean(DifyClient.class);
    }

    private static ApplicationContext context(String networks) {
        return ApplicationContext.run(properties(networks));
    }

    private static ApplicationContext context(String networks, NameLookup names) {
        ApplicationContext context =
                ApplicationContext.builder().properties(properties(networks)).build();
        context.registerSingleton(NameLookup.class, names);
        return context.start();
    }

    private static Map<String, Object> properties(String networks) {
        return Map.of("rechat.dify.networks", networks, "rechat.dify.connect", "2s");
    }
}
