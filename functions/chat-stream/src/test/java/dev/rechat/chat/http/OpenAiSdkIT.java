package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OpenAI's own client for Java, unchanged but for its base URL. What it takes for well-formed is what {@code validate} lets pass. */
class OpenAiSdkIT {

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

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final OpenAIClient client = client(person.token());
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(house.first.uri() + "/v1")
                .apiKey(key)
                .build();
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    private String words(String text) {
        return text + " " + mark;
    }

    private ChatCompletionCreateParams.Builder asking(String text) {
        return ChatCompletionCreateParams.builder().model(app.slug()).addUserMessage(words(text));
    }

    private ChatCompletion ask(ChatCompletionCreateParams.Builder question) {
        return client.chat().completions().create(question.build()).validate();
    }

    private void stream(ChatCompletionCreateParams.Builder question, Consumer<Stream<ChatCompletionChunk>> reader) {
        try (var answer = client.chat().completions().createStreaming(question.build())) {
            reader.accept(answer.stream());
        }
    }

    private static ChatCompletionMessage message(ChatCompletion answer) {
        return answer.choices().getFirst().message();
    }

    private static String text(ChatCompletion answer) {
        return message(answer).content().orElseThrow();
    }

    private static String text(ChatCompletionChunk chunk) {
        return chunk.choices().stream()
                .flatMap(choice -> choice.delta().content().stream())
                .reduce("", String::concat);
    }

    @Test
    void findsAppsAsModels() {
        assertThat(client.models().list().data())
                .extracting(model -> model.validate().id())
                .contains(app.slug(), app.slug() + ":stateless");
        Model one = client.models().retrieve(app.slug()).validate();
        assertThat(one.id()).isEqualTo(app.slug());
        assertThat(one.ownedBy()).isEqualTo("rechat");
    }

    @Test
    void takesAnswerInOnePiece() {
        ChatCompletion answer = ask(asking("What is a lease?"));

        assertThat(text(answer)).contains(words("What is a lease?"));
        assertThat(answer.model()).isEqualTo(app.slug());
        assertThat(answer.choices().getFirst().finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(answer.usage())
                .hasValueSatisfying(usage -> assertThat(usage.totalTokens()).isPositive());
    }

    @Test
    void takesStreamAndWhatItCost() {
        house.script(words("in chunks"), Script.answer("one ", "two"));
        var gathered = ChatCompletionAccumulator.create();

        var usage = ChatCompletionStreamOptions.builder().includeUsage(true).build();
        stream(
                asking("in chunks").streamOptions(usage),
                chunks -> chunks.forEach(chunk -> gathered.accumulate(chunk.validate())));

        ChatCompletion answer = gathered.chatCompletion();
        assertThat(text(answer)).isEqualTo("one two");
        assertThat(answer.choices().getFirst().finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(answer.usage())
                .hasValueSatisfying(cost -> assertThat(cost.totalTokens()).isPositive());
    }

    @Test
    void readsTheBeginningBeforeTheEndIsMade() {
        Gate gate = new Gate();
        house.script(words("slowly"), Script.answer("begun ").pause(gate).text("ended"));

        StringBuilder heard = new StringBuilder();

        stream(asking("slowly"), stream -> {
            Iterator<ChatCompletionChunk> chunks = stream.iterator();
            while (heard.isEmpty()) {
                heard.append(text(chunks.next()));
            }
            assertThat(heard).hasToString("begun ");
            gate.open();
            chunks.forEachRemaining(chunk -> heard.append(text(chunk)));
        });

        assertThat(heard).hasToString("begun ended");
    }

    @Test
    void keepsDifysMemoryOverSeveralQuestions() {
        var talk = asking("one");
        for (String next : List.of("two", "three")) {
            talk.addMessage(message(ask(talk))).addUserMessage(words(next));
        }
        ask(talk);

        List<String> threads = List.of("one", "two", "three").stream()
                .map(text -> asked(text).path("conversation_id").asText(""))
                .toList();
        assertThat(threads.getFirst()).isEmpty();
        assertThat(threads.get(1)).isNotEmpty().isEqualTo(threads.get(2));
        assertThat(asked("three").path("query").asText()).isEqualTo(words("three"));
    }

    private JsonNode asked(String text) {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .map(request -> request.json())
                .filter(request -> request.path("query").asText().endsWith(words(text)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void throwsItsOwnErrorsForWhatIsRefused() {
        OpenAIClient stranger = client("rk-nobody-knows");
        var wrongKey = catchThrowableOfType(
                UnauthorizedException.class, () -> stranger.models().list());
        stranger.close();
        assertThat(wrongKey.code()).contains("invalid_api_key");
        var unknownModel = refusal(NotFoundException.class, asking("hello").model("gpt-4o"));
        assertThat(unknownModel.code()).contains("model_not_found");
        assertThat(unknownModel.param()).contains("model");
        var twoAnswers = refusal(BadRequestException.class, asking("hello").n(2));
        assertThat(twoAnswers.code()).contains("unsupported_parameter");
        assertThat(twoAnswers.param()).contains("n");
        var tooLong = refusal(BadRequestException.class, asking("x".repeat(100_001)));
        assertThat(tooLong.code()).contains("too_long");
        assertThat(tooLong.type()).contains("invalid_request_error");
    }

    private <T extends OpenAIServiceException> T refusal(Class<T> type, ChatCompletionCreateParams.Builder question) {
        return catchThrowableOfType(type, () -> ask(question));
    }

    @Test
    void learnsThatTheBudgetIsUsedUpAndDoesNotAskAgain() {
        new HouseBudget(house, app.id().toString(), "TOKENS", 1000, 500).spend(1001);

        var refused = refusal(RateLimitException.class, asking("for nothing"));

        assertThat(refused.code()).contains("insufficient_quota");
        assertThat(refused.headers().values("x-should-retry")).containsExactly("false");
        assertThat(house.asked(words("for nothing"))).isZero();
    }

    @Test
    void asksAgainByItselfInTheSameConversationWhenDifyFailedOnce() throws Exception {
        house.script(words("try again"), Faults.badGateway());

        assertThat(text(ask(asking("try again")))).contains(words("try again"));

        assertThat(house.asked(words("try again"))).isEqualTo(2);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void isGivenTheSameAnswerWhenItsPatienceEndsAndItAsksAgain() throws Exception {
        Gate gate = new Gate();
        house.script(words("patience"), Script.answer("begun ").pause(gate).text("ended"));
        OpenAIClient impatient = OpenAIOkHttpClient.builder()
                .baseUrl(house.first.uri() + "/v1")
                .apiKey(person.token())
                .timeout(Duration.ofSeconds(1))
                .maxRetries(20)
                .build();

        var answer =
                impatient.async().chat().completions().create(asking("patience").build());
        TurnHouse.until(() -> rows("SELECT MAX(attempts) FROM api_turns WHERE user_id = ?") > 1);
        gate.open();

        assertThat(text(answer.get().validate())).isEqualTo("begun ended");
        impatient.close();
        assertThat(house.asked(words("patience"))).isEqualTo(1);
        assertThat(conversations()).isEqualTo(1);
    }

    private int conversations() throws SQLException {
        return rows("SELECT COUNT(*) FROM conversations WHERE user_id = ?");
    }

    private int rows(String query) throws SQLException {
        try (var connection = house.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, person.id().toString());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void doesNotAskAgainWhenDifyRefusesItsKey() {
        house.script(words("refused"), Faults.badKey());

        var failure = refusal(InternalServerException.class, asking("refused"));

        assertThat(failure.statusCode()).isEqualTo(502);
        assertThat(failure.code()).contains("dify_unauthorized");
        assertThat(house.asked(words("refused"))).isEqualTo(1);
    }

    @Test
    void throwsWhatFailsWithinTheStream() {
        house.script(words("break down"), Faults.modelFailure());
        StringBuilder heard = new StringBuilder();

        var failure = catchThrowableOfType(
                SseException.class,
                () -> stream(asking("break down"), chunks -> chunks.forEach(chunk -> heard.append(text(chunk)))));

        assertThat(heard).hasToString("This answer will not ");
        assertThat(failure.code()).contains("dify_rejected");
        assertThat(house.asked(words("break down"))).isEqualTo(1);
    }

    @InProcess("the end of a connection, which no function on Lambda is told")
    @Test
    void abortedStreamStopsDify() throws Exception {
        Gate never = new Gate();
        house.script(words("abort"), Script.answer("begun ").pause(never).text("ended"));

        stream(
                asking("abort"),
                chunks -> assertThat(chunks.map(chunk -> text(chunk))
                                .filter(text -> !text.isEmpty())
                                .findFirst())
                        .contains("begun "));

        house.dify.awaitRequest(request -> request.path().endsWith("/stop"), TurnHouse.PATIENCE);
        never.open();
    }
}
