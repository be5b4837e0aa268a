package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Java program with LangChain4j, whose memory is told anew with every question. */
class LangChain4jIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private OpenAiChatModel.OpenAiChatModelBuilder model() {
        return OpenAiChatModel.builder()
                .baseUrl(house.first().uri() + "/v1")
                .apiKey(person.token())
                .modelName(app.slug())
                .maxRetries(0)
                .timeout(PATIENCE);
    }

    private String words(String text) {
        return text + " " + mark;
    }

    /** Bodies of what Dify was asked here, in their order. */
    private List<JsonNode> asked() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .map(request -> request.json())
                .filter(request -> request.path("query").asText().endsWith(mark))
                .toList();
    }

    @Test
    void chats() {
        ChatResponse answer = model().build().chat(UserMessage.from(words("What is a lease?")));

        assertThat(answer.aiMessage().text()).contains(words("What is a lease?"));
        assertThat(answer.metadata().finishReason()).hasToString("STOP");
        assertThat(answer.tokenUsage().totalTokenCount()).isPositive();
    }

    @Test
    void streams() throws Exception {
        house.dify.next(GenerationRequest.containing(words("in pieces")), Script.answer("one ", "two"));
        List<String> pieces = new ArrayList<>();
        var whole = new CompletableFuture<ChatResponse>();

        OpenAiStreamingChatModel.builder()
                .baseUrl(house.first().uri() + "/v1")
                .apiKey(person.token())
                .modelName(app.slug())
                .timeout(PATIENCE)
                .build()
                .chat(words("in pieces"), new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        pieces.add(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse answer) {
                        whole.complete(answer);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        whole.completeExceptionally(failure);
                    }
                });

        ChatResponse answer = whole.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.aiMessage().text()).isEqualTo("one two");
        assertThat(answer.tokenUsage().totalTokenCount()).isPositive();
        assertThat(pieces).containsExactly("one ", "two");
    }

    @Test
    void memoryOfTheProgramIsOneThreadAtDify() {
        Assistant assistant = assistant(model(), 20);

        List.of("one", "two", "three").forEach(text -> assistant.chat(words(text)));

        List<JsonNode> asked = asked();
        assertThat(asked)
                .extracting(question -> question.path("query").asText())
                .containsExactly(words("one"), words("two"), words("three"));
        String thread = asked.get(1).path("conversation_id").asText();
        assertThat(thread).isNotEmpty();
        assertThat(asked.get(2).path("conversation_id").asText()).isEqualTo(thread);
    }

    @Test
    void memoryThatDropsTheOldestIsRecognisedByTheChatsNameOnly() {
        Assistant named = assistant(model().metadata(Map.of("chat_id", mark)), 2);
        List.of("one", "two", "three").forEach(text -> named.chat(words(text)));
        Assistant nameless = assistant(model(), 2);
        List.of("uno", "due", "tre").forEach(text -> nameless.chat(words(text)));

        List<JsonNode> asked = asked();
        assertThat(asked.get(2).path("query").asText()).isEqualTo(words("three"));
        assertThat(asked.get(2).path("conversation_id").asText())
                .isNotEmpty()
                .isEqualTo(asked.get(1).path("conversation_id").asText());
        assertThat(asked.getLast().path("conversation_id").asText("")).isEmpty();
    }

    @Test
    void refusalsAreItsOwnErrors() {
        assertThatThrownBy(() -> model().apiKey("rk-nobody-knows").build().chat("hello"))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_api_key");
        assertThatThrownBy(() -> model().modelName("gpt-4o").build().chat("hello"))
                .isInstanceOf(ModelNotFoundException.class)
                .hasMessageContaining("model_not_found");
    }

    private static Assistant assistant(OpenAiChatModel.OpenAiChatModelBuilder model, int messages) {
        return AiServices.builder(Assistant.class)
                .chatModel(model.build())
                .chatMemory(MessageWindowChatMemory.withMaxMessages(messages))
                .build();
    }

    /** What LangChain4j makes a program's assistant of. */
    interface Assistant {
        String chat(String question);
    }
}
