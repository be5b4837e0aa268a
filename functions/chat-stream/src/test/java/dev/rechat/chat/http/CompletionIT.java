package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

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
    private final OpenAiCaller caller = new OpenAiCaller(house.first(), person, app, null);

    private static Map<String, Object> question(String text) {
        return Map.of("messages", List.of(OpenAiCaller.message("user", text)));
    }

    private static Map<String, Object> streaming(String text) {
        return Map.of(
                "messages",
                List.of(OpenAiCaller.message("user", text)),
                "stream",
                true,
                "stream_options",
                Map.of("include_usage", true));
    }

    /** The data lines of a stream. */
    private static List<String> data(HttpResponse<String> response) {
        return Arrays.stream(response.body().split("\n\n"))
                .filter(event -> event.startsWith("data: "))
                .map(event -> event.substring("data: ".length()))
                .toList();
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    @Test
    void streamsInOpenAisForm() throws Exception {
        house.dify.next(GenerationRequest.containing("in their form"), Script.answer("one ", "two"));

        HttpResponse<String> answer = caller.send(streaming("in their form")).response();

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        List<String> lines = data(answer);
        assertThat(lines.getLast()).isEqualTo("[DONE]");
        List<JsonNode> chunks = new ArrayList<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            chunks.add(json(line));
        }
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
            assertThat(chunk.path("model").asText()).isEqualTo(app.slug());
        });
        assertThat(chunks.stream().map(chunk -> chunk.path("id").asText()).distinct())
                .singleElement()
                .asString()
                .startsWith("chatcmpl-");
        assertThat(chunks.stream().map(chunk -> chunk.path("created").asLong()).distinct())
                .hasSize(1);
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText("")))
                .containsSubsequence("one ", "two");
        JsonNode usage = chunks.getLast();
        assertThat(usage.path("choices")).isEmpty();
        assertThat(usage.at("/usage/total_tokens").asLong()).isPositive();
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(chunks.getFirst().at("/choices/0/finish_reason").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "chat," + DemoApps.CHAT_KEY,
        "agent-chat," + DemoApps.AGENT_KEY,
        "advanced-chat," + DemoApps.CHATFLOW_KEY,
        "completion," + DemoApps.COMPLETION_KEY,
        "workflow," + DemoApps.WORKFLOW_KEY
    })
    void answersInOnePieceInEveryMode(String mode, String key) throws Exception {
        var asking = new OpenAiCaller(house.first(), person, house.app(mode, key), null);

        OpenAiCaller.Reply reply = asking.send(question("What is a lease?"));

        assertThat(reply.content()).contains("What is a lease?");
        assertThat(reply.json().path("object").asText()).isEqualTo("chat.completion");
        assertThat(reply.json().at("/choices/0/message/role").asText()).isEqualTo("assistant");
        assertThat(reply.json().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    }

    @Test
    void partsThoughtsFromTheAnswer() throws Exception {
        house.dify.next(
                GenerationRequest.containing("think first"),
                Script.answer("<thi", "nk>hm", "m</th", "ink>\n\nYe", "s"));

        OpenAiCaller.Reply reply = caller.send(question("think first"));

        assertThat(reply.content()).isEqualTo("Yes");
        assertThat(reply.json().at("/choices/0/message/reasoning_content").asText())
                .isEqualTo("hmm");
    }

    @Test
    void replacedAnswerKeepsNothingOfTheOther() throws Exception {
        house.dify.next(
                GenerationRequest.containing("to be moderated"),
                Script.answer("bad <thi").replace("good"));

        OpenAiCaller.Reply reply = caller.send(question("to be moderated"));

        assertThat(reply.content()).isEqualTo("good");
        assertThat(reply.json().at("/choices/0/finish_reason").asText()).isEqualTo("content_filter");
    }

    @Test
    void tellsSourcesAsAnnotations() throws Exception {
        house.dify.next(
                GenerationRequest.containing("with sources"),
                Script.answer("so").citing(2));

        OpenAiCaller.Reply reply = caller.send(question("with sources"));

        JsonNode annotations = reply.json().at("/choices/0/message/annotations");
        assertThat(annotations).hasSize(2);
        assertThat(annotations.get(0).path("type").asText()).isEqualTo("url_citation");
        assertThat(annotations.get(0).at("/url_citation/title").asText()).isNotEmpty();
    }

    @Test
    void failureWithinTheStreamIsAnErrorObject() throws Exception {
        house.dify.next(
                GenerationRequest.containing("break down"),
                Script.answer("half").modelError("completion_request_error", 400, "secret words of the provider"));

        HttpResponse<String> answer = caller.send(streaming("break down")).response();

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode last = json(data(answer).getLast());
        assertThat(last.at("/error/type").asText()).isEqualTo("server_error");
        assertThat(last.at("/error/code").asText()).isEqualTo("dify_rejected");
        assertThat(answer.body()).doesNotContain("secret words");
    }

    @Test
    void failureWithoutStreamHasItsStatus() throws Exception {
        house.dify.next(
                GenerationRequest.containing("cut off"), Script.answer("half").cut());

        OpenAiCaller.Reply reply = caller.send(question("cut off"));

        assertThat(reply.response().statusCode()).isEqualTo(502);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("dify_protocol_error");
    }

    @Test
    void refusedKeyOfDifyIsToldAtOnceAndNeverShown() throws Exception {
        App broken = house.app("chat", "app-wrongKeyThatNobodyMaySee");

        OpenAiCaller.Reply reply = new OpenAiCaller(house.first(), person, broken, null).send(streaming("hello"));

        assertThat(reply.response().statusCode()).isEqualTo(502);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("dify_unauthorized");
        assertThat(reply.response().headers().firstValue("x-should-retry")).contains("false");
        assertThat(reply.response().body())
                .doesNotContain("wrongKey", house.dify.uri().toString());
    }

    @Test
    void unknownModelAndMissingKeyAreOpenAisErrors() throws Exception {
        OpenAiCaller.Reply unknown =
                caller.send(Map.of("model", "gpt-4o", "messages", List.of(OpenAiCaller.message("user", "hello"))));
        HttpResponse<String> stranger =
                house.send(HttpRequest.newBuilder(URI.create(house.first().uri() + "/v1/models"))
                        .header("Authorization", "Bearer rk-nobody-knows")
                        .build());

        assertThat(unknown.response().statusCode()).isEqualTo(404);
        assertThat(unknown.json().at("/error/code").asText()).isEqualTo("model_not_found");
        assertThat(unknown.json().at("/error/param").asText()).isEqualTo("model");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(json(stranger.body()).at("/error/code").asText()).isEqualTo("invalid_api_key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | 2",
                "tool_choice | \"required\"",
                "response_format | {\"type\":\"json_object\"}",
                "logprobs | true",
                "stop | [\"END\"]"
            })
    void whatWouldChangeTheMeaningIsRefused(String parameter, String value) throws Exception {
        OpenAiCaller.Reply reply =
                caller.send(Map.of("messages", List.of(OpenAiCaller.message("user", "hello")), parameter, json(value)));

        assertThat(reply.response().statusCode()).isEqualTo(400);
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(reply.json().at("/error/param").asText()).isEqualTo(parameter);
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("unsupported_parameter");
    }

    @Test
    void whatAnAppDecidesItselfIsIgnored() throws Exception {
        OpenAiCaller.Reply reply = caller.send(Map.of(
                "messages",
                List.of(OpenAiCaller.message("user", "hello")),
                "temperature",
                0.3,
                "max_tokens",
                10,
                "tools",
                List.of(Map.of("type", "function", "function", Map.of("name", "look"))),
                "tool_choice",
                "auto",
                "user",
                "somebody",
                "never_heard_of",
                List.of(1, 2)));

        assertThat(reply.content()).contains("hello");
    }

    @Test
    void retryWithTheSameKeyGetsTheSameAnswerAndDifyIsAskedOnce() throws Exception {
        String text = "only once, please";
        OpenAiCaller.Reply first = caller.send(question(text), "Idempotency-Key", "a-retry");
        OpenAiCaller.Reply second = caller.send(question(text), "Idempotency-Key", "a-retry");

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("created")).isEqualTo(first.json().path("created"));
        assertThat(house.dify.requests().stream().filter(asked -> asked.body().contains(text)))
                .hasSize(1);
    }

    @Test
    void listsAppsAsModels() throws Exception {
        HttpResponse<String> list =
                house.send(house.request("/v1/models", person).GET().build());
        HttpResponse<String> one = house.send(house.request("/v1/models/" + app.slug() + ":stateless", person)
                .GET()
                .build());

        assertThat(json(list.body()).path("object").asText()).isEqualTo("list");
        assertThat(json(list.body()).path("data"))
                .extracting(model -> model.path("id").asText())
                .contains(app.slug(), app.slug() + ":stateless");
        assertThat(json(one.body()).path("object").asText()).isEqualTo("model");
    }

    @Test
    void answerInOnePieceThatTakesLongBeginsWithSpaces() throws Exception {
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("take your time"),
                Script.answer("at ").pause(gate).text("last"));

        String body = slowAnswer("take your time", gate);

        assertThat(json(body).at("/choices/0/message/content").asText()).isEqualTo("at last");
    }

    @Test
    void failureAfterTheSpacesStandsInTheBody() throws Exception {
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("fail late"),
                Script.answer("half").pause(gate).cut());

        String body = slowAnswer("fail late", gate);

        assertThat(json(body).at("/error/code").asText()).isEqualTo("dify_protocol_error");
    }

    /** What is answered by an instance without patience; Dify goes on when the first of it has come. */
    private String slowAnswer(String text, Gate gate) throws Exception {
        try (Instance hasty = house.instance(Map.of("rechat.openai.patience", "10ms"))) {
            HttpResponse<InputStream> answer = hasty.openLater(
                            new OpenAiCaller(hasty, person, app, null).request(question(text)))
                    .get();
            try (InputStream body = answer.body()) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
                assertThat(body.read()).isEqualTo(' ');
                gate.open();
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
