package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that OpenAI's clients make again by themselves finds what its first attempt began, also on another instance. */
class OpenAiRetryIT {

    private static final String COUNT = "X-Stainless-Retry-Count";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse(EngineVariant.CELERY, Map.of("rechat.openai.grace", "100ms"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person owner = house.person();
    private final Person program = house.house.program(owner, "chat,read");
    private final App app = house.app("chat");
    private final String words = "What is a lease? " + UUID.randomUUID();
    private final Map<String, Object> body = Map.of("messages", List.of(OpenAiCaller.message("user", words)));

    private OpenAiCaller.Reply first() throws Exception {
        return new OpenAiCaller(house.first, program, app, null).send(body, COUNT, "0");
    }

    private OpenAiCaller.Reply again(Instance instance) throws Exception {
        return new OpenAiCaller(instance, program, app, null).send(body, COUNT, "1");
    }

    private Map<String, Object> streamed() {
        return Map.of("stream", true, "messages", List.of(OpenAiCaller.message("user", words)));
    }

    private int conversations() throws SQLException {
        return count(
                "SELECT COUNT(*) FROM conversations WHERE user_id = ?",
                owner.id().toString());
    }

    private int count(String query, String argument) throws SQLException {
        try (var connection = house.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Asks for a stream and closes the connection when something has come. */
    private void hangUp(Person who, Map<String, Object> question) throws Exception {
        try (HttpClient impatient = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = impatient.send(
                    new OpenAiCaller(house.first, who, app, null).request(question), BodyHandlers.ofInputStream());
            assertThat(new String(stream.body().readNBytes(6), StandardCharsets.UTF_8))
                    .isEqualTo("data: ");
            stream.body().close();
        }
    }

    private long stops() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/stop"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failedFirstQuestionIsAskedAgainInItsConversation(boolean elsewhere) throws Exception {
        house.script(words, Faults.badGateway());

        assertThat(first().response().statusCode()).isEqualTo(503);
        OpenAiCaller.Reply answered = again(elsewhere ? house.second : house.first);

        assertThat(answered.content()).contains(words);
        assertThat(answered.retold()).isFalse();
        assertThat(house.asked(words)).isEqualTo(2);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void questionThatFailsTwiceStaysInItsConversation() throws Exception {
        house.script(words, Faults.badGateway());
        house.script(words, Faults.badGateway());

        first();
        assertThat(again(house.second).response().statusCode()).isEqualTo(503);
        assertThat(again(house.first).content()).contains(words);

        assertThat(conversations()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answerThatIsThereIsGivenAgain(boolean elsewhere) throws Exception {
        OpenAiCaller.Reply before = first();

        OpenAiCaller.Reply after = again(elsewhere ? house.second : house.first);

        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.json().path("id")).isEqualTo(before.json().path("id"));
        assertThat(after.conversation()).isEqualTo(before.conversation());
        assertThat(house.asked(words)).isEqualTo(1);
    }

    /** One instance hears that the program has gone, and leaves the answer alone because another one gives it to the program. */
    @InProcess("the end of a connection, which no function on Lambda is told")
    @Test
    void answerThatIsBeingMadeIsGivenToTheRetryAndNotStopped() throws Exception {
        Gate gate = new Gate();
        Gate never = new Gate();
        house.script(words, Script.answer("begun ").pause(gate).text("ended"));
        String left = "left alone " + UUID.randomUUID();
        house.script(left, Script.answer("begun ").pause(never).text("ended"));

        var impatient = HttpClient.newHttpClient();
        Map<String, Object> question = streamed();
        HttpResponse<InputStream> stream = impatient.send(
                new OpenAiCaller(house.first, program, app, null).request(question, COUNT, "0"),
                BodyHandlers.ofInputStream());
        var retried = house.second.openLater(
                new OpenAiCaller(house.second, program, app, null).request(question, COUNT, "1"));
        try (InputStream answer = retried.get().body()) {
            assertThat(new String(answer.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("data: ");
            stream.body().close();
            impatient.close();
            long before = stops();
            hangUp(program, Map.of("stream", true, "messages", List.of(OpenAiCaller.message("user", left))));
            // What was left later is stopped: what was left before would have been, too.
            TurnHouse.until(() -> stops() > before);

            gate.open();

            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("ended")
                    .endsWith("data: [DONE]\n\n");
        }
        never.open();
        assertThat(house.asked(words)).isEqualTo(1);
        assertThat(conversations()).isEqualTo(2);
    }

    @InProcess("the end of a connection, which no function on Lambda is told")
    @Test
    void questionWhoseAnswerWasStoppedIsAskedAgainInItsConversation() throws Exception {
        Gate never = new Gate();
        house.script(words, Script.answer("begun ").pause(never).text("ended"));
        Map<String, Object> question = streamed();
        hangUp(program, question);
        TurnHouse.until(() -> count(
                        "SELECT COUNT(*) FROM turns WHERE user_id = ? AND status <> 'STREAMING'",
                        owner.id().toString())
                == 1);

        HttpResponse<String> answer =
                house.second.send(new OpenAiCaller(house.second, program, app, null).request(question, COUNT, "1"));

        never.open();
        assertThat(answer.body()).doesNotContain("begun").endsWith("data: [DONE]\n\n");
        assertThat(house.asked(words)).isEqualTo(2);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void retryWithinConversationStaysThere() throws Exception {
        OpenAiCaller.Reply before = first();
        String next = "And a tenant? " + UUID.randomUUID();
        Map<String, Object> more = Map.of(
                "messages",
                List.of(
                        OpenAiCaller.message("user", words),
                        OpenAiCaller.message("assistant", before.content()),
                        OpenAiCaller.message("user", next)));
        OpenAiCaller caller = new OpenAiCaller(house.first, program, app, null);

        OpenAiCaller.Reply answered = caller.send(more);
        OpenAiCaller.Reply after = caller.send(more, COUNT, "1");

        assertThat(after.json().path("id")).isEqualTo(answered.json().path("id"));
        assertThat(after.conversation()).isEqualTo(before.conversation());
        assertThat(house.asked(next)).isEqualTo(1);
    }

    @Test
    void retryInNamedChatGetsTheSameAnswer() throws Exception {
        OpenAiCaller caller =
                new OpenAiCaller(house.first, program, app, UUID.randomUUID().toString());

        OpenAiCaller.Reply before = caller.send(body, COUNT, "0");
        OpenAiCaller.Reply after = caller.send(body, COUNT, "1");

        assertThat(after.json().path("id")).isEqualTo(before.json().path("id"));
        assertThat(house.asked(words)).isEqualTo(1);
    }

    /** Several that are the same are told apart by what became of them. */
    @Test
    void retryOfOneOfTwoSameQuestionsIsThatOfTheOneThatFailed() throws Exception {
        house.script(words, Faults.badGateway());
        assertThat(first().response().statusCode()).isEqualTo(503);
        OpenAiCaller.Reply twin = first();

        OpenAiCaller.Reply after = again(house.second);

        assertThat(after.content()).contains(words);
        assertThat(after.conversation()).isNotEqualTo(twin.conversation());
        assertThat(conversations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "", "-1", "1.5", "two", "99999999999999999999"})
    void whatIsNoRetryIsAskedAnew(String count) throws Exception {
        OpenAiCaller.Reply before = first();

        OpenAiCaller.Reply after = new OpenAiCaller(house.first, program, app, null).send(body, COUNT, count);

        assertThat(after.conversation()).isNotEqualTo(before.conversation());
    }

    @Test
    void retryFindsNothingOfOtherKeysPeopleAppsWordsAndTimes() throws Exception {
        OpenAiCaller.Reply before = first();
        Person stranger = house.house.person(Role.USER);
        Person sibling = house.house.program(owner, "chat");
        Map<String, Object> tagged =
                Map.of("messages", List.of(OpenAiCaller.message("user", words)), "metadata", Map.of("batch", "7"));

        for (var other : List.of(
                new OpenAiCaller(house.first, stranger, app, null).send(body, COUNT, "1"),
                new OpenAiCaller(house.first, sibling, app, null).send(body, COUNT, "1"),
                new OpenAiCaller(house.first, program, house.app("chat"), null).send(body, COUNT, "1"),
                new OpenAiCaller(house.first, program, app, null).send(tagged, COUNT, "1"))) {
            assertThat(other.content()).contains(words);
            assertThat(other.conversation()).isNotEqualTo(before.conversation());
        }
        house.house.sql(
                "UPDATE turns SET created_at = created_at - INTERVAL 16 MINUTE WHERE user_id = ?",
                owner.id().toString());
        assertThat(again(house.first).conversation()).isNotEqualTo(before.conversation());
    }

    @Test
    void retryOfWhatItsOwnerHasDeletedBeginsAnew() throws Exception {
        OpenAiCaller.Reply before = first();
        house.house.sql("UPDATE conversations SET deleted_at = NOW(3) WHERE id = ?", before.conversation());

        assertThat(again(house.first).conversation()).isNotEqualTo(before.conversation());
    }

    @Test
    void retriedSideRequestStaysOutOfEveryConversation() throws Exception {
        Map<String, Object> aside =
                Map.of("model", app.slug() + ":stateless", "messages", List.of(OpenAiCaller.message("user", words)));
        OpenAiCaller caller = new OpenAiCaller(house.first, program, app, null);

        OpenAiCaller.Reply before = caller.send(aside, COUNT, "0");
        OpenAiCaller.Reply after = caller.send(aside, COUNT, "1");

        assertThat(after.conversation()).isNotEqualTo(before.conversation());
        assertThat(count(
                        "SELECT COUNT(*) FROM conversations WHERE user_id = ? AND temporary = FALSE",
                        owner.id().toString()))
                .isZero();
    }
}
