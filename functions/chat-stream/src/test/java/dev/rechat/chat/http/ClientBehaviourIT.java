package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.RecordedRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Dify sees of what people do in programs that speak OpenAI's API: the table of {@code docs/openai.md}. */
class ClientBehaviourIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance second;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
        second = house.instance(Map.of("rechat.openai.grace", "100ms"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** @param named whether it names its chats, as Open WebUI does */
    private OpenAiCaller caller(boolean named) {
        return new OpenAiCaller(
                house.first(), person, app, named ? UUID.randomUUID().toString() : null);
    }

    private String words(String text) {
        return text + " " + mark;
    }

    /** What Dify was asked last with these words. */
    private JsonNode asked(String text) {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .filter(request -> request.json().path("query").asText().endsWith(words(text)))
                .map(RecordedRequest::json)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String thread(String text) {
        return asked(text).path("conversation_id").asText("");
    }

    private String query(String text) {
        return asked(text).path("query").asText();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void continuedChatStaysOneThread(boolean named) throws Exception {
        OpenAiCaller caller = caller(named);

        OpenAiCaller.Reply one = caller.say(words("one"));
        OpenAiCaller.Reply two = caller.say(words("two"));
        OpenAiCaller.Reply three = caller.say(words("three"));

        assertThat(List.of(two.conversation(), three.conversation())).containsOnly(one.conversation());
        assertThat(thread("one")).isEmpty();
        assertThat(thread("two")).isNotEmpty().isEqualTo(thread("three"));
        assertThat(query("three")).isEqualTo(words("three"));
        assertThat(three.retold()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void continuedChatOnAnotherInstanceStaysOneThread(boolean named) throws Exception {
        OpenAiCaller caller = caller(named);

        OpenAiCaller.Reply one = caller.say(words("one"));
        OpenAiCaller.Reply two = caller.on(second).say(words("two"));

        assertThat(two.conversation()).isEqualTo(one.conversation());
        assertThat(thread("two")).isNotEmpty();
        assertThat(two.retold()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void newChatIsAnotherThreadAlsoWithTheSameWords(boolean named) throws Exception {
        OpenAiCaller.Reply one = caller(named).say(words("one"));
        OpenAiCaller.Reply other = caller(named).say(words("one"));

        assertThat(other.conversation()).isNotEqualTo(one.conversation());
        assertThat(thread("one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void regeneratedAnswerIsMadeInThreadThatIsToldWhatWasSaidBefore(boolean named) throws Exception {
        OpenAiCaller caller = caller(named);
        OpenAiCaller.Reply one = caller.say(words("one"));
        caller.say(words("two"));
        caller.forget(1);

        OpenAiCaller.Reply other = caller.again();

        assertThat(other.conversation()).isEqualTo(one.conversation());
        assertThat(other.retold()).isTrue();
        assertThat(thread("two")).isEmpty();
        assertThat(query("two")).contains("user: " + words("one")).endsWith(words("two"));
        caller.say(words("three"));
        assertThat(thread("three")).isNotEmpty();
        assertThat(query("three")).isEqualTo(words("three"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void editedQuestionIsAskedInThreadThatIsToldWhatWasSaidBefore(boolean named) throws Exception {
        OpenAiCaller caller = caller(named);
        OpenAiCaller.Reply one = caller.say(words("one"));
        caller.say(words("two"));
        caller.forget(2);

        OpenAiCaller.Reply edited = caller.say(words("two, but better"));

        assertThat(edited.conversation()).isEqualTo(one.conversation());
        assertThat(edited.retold()).isTrue();
        assertThat(query("two, but better")).contains(words("one")).doesNotContain("user: " + words("two"));
        assertThat(thread("two, but better")).isEmpty();
    }

    @Test
    void editedBeginningOfNamedChatBeginsAnewInTheSameConversation() throws Exception {
        OpenAiCaller caller = caller(true);
        OpenAiCaller.Reply one = caller.say(words("one"));
        caller.forget(2);

        OpenAiCaller.Reply edited = caller.say(words("one, but better"));

        assertThat(edited.conversation()).isEqualTo(one.conversation());
        assertThat(thread("one, but better")).isEmpty();
        assertThat(query("one, but better")).isEqualTo(words("one, but better"));
    }

    @Test
    void deletedConversationIsBegunAnewWithWhatTheProgramStillHas() throws Exception {
        OpenAiCaller caller = caller(true);
        OpenAiCaller.Reply one = caller.say(words("one"));
        house.sql("DELETE FROM conversations WHERE id = ?", one.conversation());

        OpenAiCaller.Reply two = caller.say(words("two"));

        assertThat(two.conversation()).isNotEqualTo(one.conversation());
        assertThat(two.retold()).isTrue();
        assertThat(query("two")).contains(words("one"));
    }

    @Test
    void chatNamedInMetadataIsContinuedByTheNewestQuestionAlone() throws Exception {
        OpenAiCaller caller = caller(false);
        Map<String, String> chat = Map.of("chat_id", mark);

        OpenAiCaller.Reply one =
                caller.send(Map.of("metadata", chat, "messages", List.of(OpenAiCaller.message("user", words("one")))));
        OpenAiCaller.Reply two =
                caller.send(Map.of("metadata", chat, "messages", List.of(OpenAiCaller.message("user", words("two")))));

        assertThat(two.conversation()).isEqualTo(one.conversation());
        assertThat(thread("two")).isNotEmpty();
    }

    @Test
    void twoPeopleWithTheSameChatIdNeverMeet() throws Exception {
        Person other = house.person(Role.USER);
        var mine = new OpenAiCaller(house.first(), person, app, mark);
        var theirs = new OpenAiCaller(house.first(), other, app, mark);

        assertThat(theirs.say(words("one")).conversation())
                .isNotEqualTo(mine.say(words("one")).conversation());
    }

    @Test
    void sideRequestsNeverEnterTheConversation() throws Exception {
        OpenAiCaller caller = caller(true);
        OpenAiCaller.Reply one = caller.say(words("one"));

        OpenAiCaller.Reply title = caller.send(Map.of(
                "messages",
                List.of(OpenAiCaller.message(
                        "user", "### Task:\nGenerate a title.\n<chat_history>\nuser: one\n</chat_history> " + mark))));
        OpenAiCaller.Reply stateless = caller.send(Map.of(
                "model", app.slug() + ":stateless", "messages", List.of(OpenAiCaller.message("user", words("aside")))));
        OpenAiCaller.Reply two = caller.say(words("two"));

        assertThat(List.of(title.conversation(), stateless.conversation())).doesNotContain(one.conversation());
        assertThat(two.conversation()).isEqualTo(one.conversation());
        assertThat(two.retold()).isFalse();
        assertThat(thread("aside")).isEmpty();
    }

    @Test
    void instructionsAreToldOncePerThread() throws Exception {
        OpenAiCaller caller = caller(true);
        var system = OpenAiCaller.message("system", "Speak like a pirate.");
        var first = OpenAiCaller.message("user", words("one"));

        String answer = caller.send(Map.of("messages", List.of(system, first))).content();
        var said = OpenAiCaller.message("assistant", answer);
        caller.send(Map.of("messages", List.of(system, first, said, OpenAiCaller.message("user", words("two")))));
        caller.send(Map.of(
                "messages",
                List.of(
                        OpenAiCaller.message("system", "Speak like a judge."),
                        first,
                        said,
                        OpenAiCaller.message("user", words("deux")))));

        assertThat(query("one")).startsWith("Speak like a pirate.");
        assertThat(query("two")).doesNotContain("pirate");
        assertThat(query("deux")).startsWith("Speak like a judge.");
    }

    @Test
    void questionAfterAbortedAnswerIsTakenAtOnce() throws Exception {
        OpenAiCaller caller = caller(true);
        Gate never = new Gate();
        house.dify.next(
                GenerationRequest.containing(words("long")),
                Script.answer("begun ").pause(never).text("ended"));
        hangUp(caller, "long");

        OpenAiCaller.Reply next = null;
        for (long end = System.nanoTime() + PATIENCE.toNanos(); next == null && System.nanoTime() < end; ) {
            OpenAiCaller.Reply tried = caller.send(Map.of(
                    "messages",
                    List.of(OpenAiCaller.message("user", words("long")), OpenAiCaller.message("user", "2"))));
            if (tried.response().statusCode() == 200) {
                next = tried;
            } else {
                assertThat(tried.json().at("/error/code").asText()).isEqualTo("turn_running");
                // The server hears of a closed connection some time later; how soon is not what is tested.
                Thread.sleep(100);
            }
        }

        never.open();
        assertThat(next).isNotNull();
        assertThat(house.dify.requests().stream()
                        .filter(request -> request.path().endsWith("/stop")))
                .isNotEmpty();
    }

    @Test
    void twoQuestionsAtOnceAfterTheSameHistoryAreBothAnswered() throws Exception {
        OpenAiCaller caller = caller(false);
        OpenAiCaller.Reply one = caller.say(words("one"));
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing(words("left half")),
                Script.answer("l").pause(gate));
        OpenAiCaller twin = caller.on(house.first());
        var left = house.first().openLater(caller.request(caller.asking(words("left half"), true)));
        try (InputStream reading = left.get().body()) {
            OpenAiCaller.Reply right = twin.say(words("right half"));

            assertThat(right.conversation()).isNotEqualTo(one.conversation());
            assertThat(right.retold()).isTrue();
            gate.open();
            assertThat(new String(reading.readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("data: [DONE]\n\n");
        }
    }

    @InProcess("the end of a connection, which no function on Lambda is told")
    @Test
    void answerThatNobodyWaitsForIsStoppedAfterItsGrace() throws Exception {
        Gate never = new Gate();
        house.dify.next(
                GenerationRequest.containing(words("left")),
                Script.answer("begun ").pause(never).text("ended"));

        hangUp(new OpenAiCaller(second, person, app, null), "left");

        house.dify.awaitRequest(request -> request.path().endsWith("/stop"), PATIENCE);
        never.open();
    }

    /** Asks for a stream and closes the connection when something has come. */
    private void hangUp(OpenAiCaller caller, String text) throws Exception {
        try (HttpClient impatient = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = impatient.send(
                    caller.request(
                            Map.of("stream", true, "messages", List.of(OpenAiCaller.message("user", words(text))))),
                    BodyHandlers.ofInputStream());
            assertThat(new String(stream.body().readNBytes(6), StandardCharsets.UTF_8))
                    .isEqualTo("data: ");
            stream.body().close();
        }
    }
}
