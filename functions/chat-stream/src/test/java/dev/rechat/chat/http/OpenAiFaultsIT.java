package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at Dify or at the program: one defined end, as a stream and in one piece. The table of {@code docs/openai.md}. */
class OpenAiFaultsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance hurried;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
        hurried = house.instance(Map.of(
                "rechat.openai.grace", "100ms",
                "rechat.openai.patience", "1500ms",
                "rechat.dify.first-byte", "1m",
                "rechat.dify.idle", "1m"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String question = "a question " + UUID.randomUUID();

    /** @param code of the error that it ended with, empty for none */
    private record Told(int status, String content, String code) {}

    private Told ask(Script script, boolean stream) throws Exception {
        house.dify.next(GenerationRequest.containing(question), script);
        HttpResponse<String> answer =
                house.send(new OpenAiCaller(house.first(), person, app, null).request(body(stream)));
        assertThat(answer.body())
                .doesNotContain(DemoApps.CHAT_KEY, house.dify.uri().toString());
        return stream && answer.statusCode() == 200 ? streamed(answer) : whole(answer);
    }

    private Map<String, Object> body(boolean stream) {
        return Map.of("stream", stream, "messages", List.of(OpenAiCaller.message("user", question)));
    }

    private static Told whole(HttpResponse<String> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        return new Told(
                answer.statusCode(),
                body.at("/choices/0/message/content").asText(""),
                body.at("/error/code").asText(""));
    }

    private static Told streamed(HttpResponse<String> answer) throws IOException {
        List<String> lines = Arrays.stream(answer.body().split("\n\n"))
                .filter(event -> event.startsWith("data: "))
                .map(event -> event.substring("data: ".length()))
                .toList();
        StringBuilder content = new StringBuilder();
        for (String line : lines.subList(0, lines.size() - 1)) {
            JsonNode chunk = JSON.readTree(line);
            assertThat(chunk.has("error")).as("an error is the last event").isFalse();
            content.append(chunk.at("/choices/0/delta/content").asText(""));
        }
        String last = lines.getLast();
        String code = last.equals("[DONE]")
                ? ""
                : JSON.readTree(last).at("/error/code").asText();
        return new Told(answer.statusCode(), content.toString(), code);
    }

    /** What is told when an answer breaks: a stream has begun already, an answer in one piece has not. */
    private static Told broken(boolean stream, int status, String code) {
        return stream ? new Told(200, "This answer ", code) : new Told(status, "", code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void charactersWhoseBytesArriveOneByOneStayWhole(boolean stream) throws Exception {
        assertThat(ask(Faults.splitCharacters(), stream)).isEqualTo(new Told(200, "价格是 5 €, so schön 😀.", ""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusedKeyOfDifyIsToldAtOnce(boolean stream) throws Exception {
        assertThat(ask(Faults.badKey(), stream)).isEqualTo(new Told(502, "", "dify_unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void errorEventOfDifyEndsTheAnswerThoughItsConnectionStaysOpen(boolean stream) throws Exception {
        assertThat(ask(Faults.errorThenOpen(), stream)).isEqualTo(broken(stream, 502, "dify_rejected"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutConnectionToDifyEndsTheAnswer(boolean stream) throws Exception {
        assertThat(ask(Faults.cutMidEvent(), stream)).isEqualTo(broken(stream, 502, "dify_protocol_error"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stalledDifyEndsTheAnswer(boolean stream) throws Exception {
        assertThat(ask(Faults.stall(), stream)).isEqualTo(broken(stream, 504, "dify_timeout"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void difyThatNeverBeginsIsToldWithItsStatus(boolean stream) throws Exception {
        assertThat(ask(Script.answer("never").headAfter(new Gate()), stream))
                .isEqualTo(new Told(504, "", "dify_timeout"));
    }

    @InProcess("the end of a connection, which no function on Lambda is told")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clientThatClosesAfterOneSecondHasDifyStoppedAndTheBeginningKept(boolean stream) throws Exception {
        Gate never = new Gate();

        askAndCloseAfterOneSecond(Script.answer("begun ").pause(never).text("ended"), stream);

        awaitStopped();
        assertThat(lastMessage().map(Message::content)).contains("begun ");
        never.open();
    }

    @InProcess("the end of a connection, which no function on Lambda is told")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clientThatClosesBeforeDifyBeginsHasDifyStopped(boolean stream) throws Exception {
        Gate gate = new Gate();
        Gate never = new Gate();

        askAndCloseAfterOneSecond(
                Script.answer("begun ").headAfter(gate).pause(never).text("ended"), stream);
        gate.open();

        awaitStopped();
        never.open();
    }

    private void askAndCloseAfterOneSecond(Script script, boolean stream) throws Exception {
        house.dify.next(GenerationRequest.containing(question), script);
        HttpClient impatient = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer = impatient.sendAsync(
                new OpenAiCaller(hurried, person, app, null).request(body(stream)), BodyHandlers.ofString());
        TimeUnit.SECONDS.sleep(1); // what this client does, and nothing that is waited for
        answer.cancel(true);
        impatient.shutdownNow();
    }

    private void awaitStopped() throws Exception {
        TurnHouse.until(() -> lastMessage()
                .filter(answer -> answer.status() == TurnStatus.STOPPED)
                .isPresent());
        assertThat(house.dify.requests()).anyMatch(request -> request.path().endsWith("/stop"));
    }

    private Optional<Message> lastMessage() {
        return house.bean(ConversationRepository.class).listByIdAfter(person.id(), "", 1).stream()
                .flatMap(conversation ->
                        house.bean(MessageRepository.class).listLast(conversation.id(), person.id(), 1).stream())
                .findFirst();
    }
}
