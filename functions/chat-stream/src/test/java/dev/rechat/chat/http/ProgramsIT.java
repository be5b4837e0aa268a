package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as they ask: a question, the side requests after its answer, and the next question. */
class ProgramsIT {

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
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> values = new HashMap<>(Map.of(
            "model", app.slug(),
            "key", person.token(),
            "chat", UUID.randomUUID().toString(),
            "question", "What is a \"lease\"? " + mark,
            "next", "And a tenant? " + mark));

    private HttpResponse<String> send(ProgramRequests program, String request) throws Exception {
        HttpResponse<String> answer =
                house.send(program.fill(house.request("/v1/chat/completions", person), request, values));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** What Dify was asked with the question's words, in its order. */
    private List<JsonNode> asked() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .map(request -> request.json())
                .filter(request -> request.path("query").asText().contains(mark))
                .toList();
    }

    private static String conversation(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-ReChat-Conversation-Id").orElseThrow();
    }

    private static String streamed(HttpResponse<String> answer) throws IOException {
        assertThat(answer.body()).endsWith("data: [DONE]\n\n");
        StringBuilder text = new StringBuilder();
        for (String line : answer.body().split("\n\n")) {
            if (line.startsWith("data: {")) {
                JsonNode chunk = JSON.readTree(line.substring("data: ".length()));
                text.append(chunk.at("/choices/0/delta/content").asText(""));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-webui", "librechat", "cherry-studio"})
    void keepsOneThreadAndItsSideRequestsOutOfIt(String name) throws Exception {
        ProgramRequests program = new ProgramRequests(name);
        HttpResponse<String> first = send(program, "first");
        values.put("answer", streamed(first));

        for (String side : List.of("follow-ups", "title", "tags")) {
            if (program.has(side)) {
                HttpResponse<String> aside = send(program, side);
                assertThat(conversation(aside)).as(side).isNotEqualTo(conversation(first));
                assertThat(JSON.readTree(aside.body())
                                .at("/choices/0/message/content")
                                .asText())
                        .as(side)
                        .isNotEmpty();
                assertThat(asked().getLast().path("conversation_id").asText(""))
                        .as(side)
                        .isEmpty();
            }
        }
        HttpResponse<String> next = send(program, "next");

        assertThat(streamed(first)).contains("What is a \"lease\"?");
        assertThat(streamed(next)).contains("And a tenant?");
        assertThat(conversation(next)).isEqualTo(conversation(first));
        assertThat(next.headers().firstValue("X-ReChat-Context")).contains("kept");
        JsonNode last = asked().getLast();
        assertThat(last.path("query").asText()).isEqualTo(values.get("next"));
        assertThat(last.path("conversation_id").asText()).isNotEmpty();
        assertThat(last.path("user").asText()).isEqualTo(person.id().toString());
    }
}
