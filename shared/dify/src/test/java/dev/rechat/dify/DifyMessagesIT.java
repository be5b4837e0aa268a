package dev.rechat.dify;

import static dev.rechat.dify.Features.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.SimulatedApp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follow-up questions, ratings and titles. */
@Timeout(60)
class DifyMessagesIT {

    private static final String ALL_KEY = "app-all-features";
    private static final String PLAIN_KEY = "app-no-features";

    @AutoClose
    private final Features dify = new Features();

    @AutoClose
    private final DifySimulator simulator = DifySimulator.builder()
            .app(SimulatedApp.chat(ALL_KEY).withAllFeatures())
            .app(SimulatedApp.chat(PLAIN_KEY))
            .start();

    private final DifyApp app = new DifyApp(simulator.uri(), new DifyApiKey(ALL_KEY));
    private final DifyApp plain = new DifyApp(simulator.uri(), new DifyApiKey(PLAIN_KEY));

    @Test
    void suggestsWhatToAskNext() {
        DifyEvent.Context answered = ask(app);

        List<String> questions = dify.messages.suggestions(app, USER, messageOf(answered));

        assertThat(questions)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question).isNotBlank());
    }

    @Test
    void tellsThatAnAppSuggestsNothing() {
        DifyEvent.Context answered = ask(plain);

        assertThatThrownBy(() -> dify.messages.suggestions(plain, USER, messageOf(answered)))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("bad_request"));
    }

    @Test
    void ratesAndTakesTheRatingBack() {
        String message = messageOf(ask(app));

        dify.messages.rate(app, USER, message, DifyRating.DISLIKE, "too \"long\" 😀");
        dify.messages.rate(app, USER, message, DifyRating.LIKE, null);
        dify.messages.rate(app, USER, message, null, null);

        assertThatThrownBy(() -> dify.messages.rate(app, USER, message, null, null))
                .as("nothing is left to be taken back")
                .isInstanceOf(DifyRejectedException.class);
    }

    @Test
    void writesARatingThatIsTakenBackAsNull() throws Exception {
        try (WireServer server = WireServer.answering(200, "application/json", "{\"result\":\"success\"}")) {
            dify.messages.rate(server.app(), USER, "m 1/2", null, null);

            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("POST /v1/messages/m%201%2F2/feedbacks HTTP/1.1");
            assertThat(request.body()).contains("\"rating\":null", "\"user\":\"user-1\"");
        }
    }

    @Test
    void doesNotLetOneUserRateForAnother() {
        String message = messageOf(ask(app));

        DifyRejectedException refusal = catchThrowableOfType(
                DifyRejectedException.class,
                () -> dify.messages.rate(app, "somebody else", message, DifyRating.LIKE, null));

        assertThat(refusal.status()).isEqualTo(404);
    }

    @Test
    void letsDifyNameAConversation() {
        String conversation = Objects.requireNonNull(ask(app).conversationId());

        assertThat(dify.messages.nameConversation(app, USER, conversation)).isNotBlank();
    }

    @Test
    void deletesAConversationOnceAndForAll() {
        DifyEvent.Context answered = ask(app);
        String conversation = Objects.requireNonNull(answered.conversationId());

        assertThat(dify.messages.deleteConversation(app, USER, conversation)).isTrue();

        assertThat(dify.messages.deleteConversation(app, USER, conversation))
                .as("what is gone may be deleted again")
                .isFalse();
        assertThatThrownBy(() -> dify.messages.rate(app, USER, messageOf(answered), DifyRating.LIKE, null))
                .isInstanceOf(DifyRejectedException.class);
    }

    @Test
    void doesNotLetOneUserDeleteForAnother() {
        String conversation = Objects.requireNonNull(ask(app).conversationId());

        assertThat(dify.messages.deleteConversation(app, "somebody else", conversation))
                .isFalse();

        assertThat(dify.messages.deleteConversation(app, USER, conversation)).isTrue();
    }

    @Test
    void saysWhichAppsHaveNoConversations() {
        try (DifySimulator other = DifySimulator.start()) {
            DifyApp completion = new DifyApp(other.uri(), new DifyApiKey(DemoApps.COMPLETION_KEY));

            assertThatThrownBy(() -> dify.messages.deleteConversation(
                            completion, USER, UUID.randomUUID().toString()))
                    .isInstanceOfSatisfying(
                            DifyRejectedException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("not_chat_app"));
        }
    }

    @Test
    void deletesWithABodyThatSaysForWhom() throws Exception {
        try (WireServer server = WireServer.answering(200, "application/json", "{\"result\":\"success\"}")) {
            assertThat(dify.messages.deleteConversation(server.app(), USER, "c 1/2"))
                    .isTrue();

            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("DELETE /v1/conversations/c%201%2F2 HTTP/1.1");
            assertThat(request.header("content-type")).isEqualTo("application/json");
            assertThat(request.body()).isEqualTo("{\"user\":\"user-1\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, '{\"code\":\"unauthorized\"}', DifyUnauthorizedException",
        "404, text/html, <p>nothing here</p>, DifyRejectedException",
        "500, application/json, '{\"code\":\"internal_server_error\"}', DifyUnavailableException",
        "502, text/html, <p>nobody there</p>, DifyUnavailableException",
        "200, text/html, <p>please sign in</p>, DifyProtocolException"
    })
    void takesNothingElseForADeletion(int status, String contentType, String body, String type) throws Exception {
        try (WireServer server = WireServer.answering(status, contentType, body)) {
            DifyException failure = catchThrowableOfType(
                    DifyException.class, () -> dify.messages.deleteConversation(server.app(), USER, "c"));

            assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
            server.request();
            assertThat(server.requestsLeft()).as("asked once").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, unauthorized, DifyUnauthorizedException",
        "404, not_found, DifyRejectedException",
        "500, internal_server_error, DifyUnavailableException"
    })
    void tellsRefusalsApart(int status, String code, String type) {
        String body = "{\"code\":\"%s\",\"message\":\"no\",\"status\":%d}".formatted(code, status);
        try (WireServer server = WireServer.answering(status, "application/json", body)) {
            DifyException failure =
                    catchThrowableOfType(DifyException.class, () -> dify.messages.suggestions(server.app(), USER, "m"));

            assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        }
    }

    private DifyEvent.Context ask(DifyApp asked) {
        try (DifyStream stream = dify.client.stream(asked, new DifyRequest.Chat("What is a lease?", USER))) {
            return Clients.drain(stream).stream()
                    .map(DifyEvent::context)
                    .filter(context -> context.messageId() != null)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String messageOf(DifyEvent.Context context) {
        @Nullable String id = context.messageId();
        return Objects.requireNonNull(id);
    }
}
