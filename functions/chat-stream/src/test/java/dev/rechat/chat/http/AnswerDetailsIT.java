package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.HumanForm;
import dev.rechat.testing.dify.Script;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was shown beside an answer is kept with it, however its turn ended. */
class AnswerDetailsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    // JUnit sets it before all tests, which the checker cannot see.
    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person();
    private final String turn = newId();
    private final Gate gate = new Gate();

    private List<ReceivedEvent> ask(App app, String words) throws Exception {
        try (EventStream stream = house.first.open(person, body(app, words, "turn_id", turn))) {
            return stream.rest();
        }
    }

    private List<JsonNode> parts() throws Exception {
        String details = house.first
                .bean(MessageRepository.class)
                .findDetails(house.turn(person, turn).assistantMessageId(), person.id())
                .orElse("[]");
        List<JsonNode> parts = new ArrayList<>();
        JSON.readTree(details).forEach(parts::add);
        return parts;
    }

    private static List<String> types(List<JsonNode> parts) {
        return parts.stream().map(part -> part.path("type").asText()).toList();
    }

    private static JsonNode first(List<JsonNode> parts, String type) {
        return parts.stream()
                .filter(part -> part.path("type").asText().equals(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Test
    void keepsThoughtsAndToolsInChinese() throws Exception {
        house.script("现在几点", Script.answer("看看。").thought("我需要当前时间 😀", "current_time", "{\"时区\":\"上海\"}", "九点"));

        ask(house.app("agent-chat"), "现在几点");

        List<JsonNode> parts = parts();
        assertThat(first(parts, "thought").path("text").asText()).isEqualTo("我需要当前时间 😀");
        assertThat(first(parts, "tool").path("input").asText()).isEqualTo("{\"时区\":\"上海\"}");
        assertThat(first(parts, "tool").path("output").asText()).isEqualTo("九点");
        assertThat(first(parts, "tool").path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void keepsEachNodeOnceAndTheSources() throws Exception {
        List<ReceivedEvent> events = ask(house.app("advanced-chat"), "What is in the handbook?");

        List<JsonNode> parts = parts();
        List<String> told = ReceivedEvent.named("node", events).stream()
                .map(node -> node.text("id"))
                .distinct()
                .toList();
        assertThat(parts.stream()
                        .filter(part -> part.path("type").asText().equals("node"))
                        .map(part -> part.path("id").asText()))
                .containsExactlyElementsOf(told);
        assertThat(parts.stream().filter(part -> part.has("node_type")))
                .hasSameSizeAs(told)
                .allMatch(part -> part.path("status").asText().equals("succeeded"));
        assertThat(types(parts).stream().filter("citation"::equals))
                .hasSameSizeAs(ReceivedEvent.named("citation", events));
        assertThat(first(parts, "citation").path("content").asText()).isNotEmpty();
    }

    @Test
    void keepsNoMoreThanIsShown() throws Exception {
        App app = house.first
                .bean(AppRepository.class)
                .update(house.app("advanced-chat").showing(false, NodeDetail.STEPS, false));

        ask(app, "What is in the handbook?");

        assertThat(types(parts())).containsOnly("node");
        assertThat(parts()).noneMatch(part -> part.has("outputs") || part.has("inputs"));
    }

    @Test
    void keepsWhatCameBeforeAFailure() throws Exception {
        house.script("will fail", Faults.modelFailure());

        ask(house.app("advanced-chat"), "will fail");

        assertThat(house.answer(person, turn).status()).isEqualTo(TurnStatus.FAILED);
        assertThat(parts())
                .anyMatch(node -> node.path("node_type").asText().equals("llm")
                        && node.path("status").asText().equals("failed"));
    }

    @Test
    void keepsWhatCameBeforeAStop() throws Exception {
        house.script("will be stopped", Script.answer("before ").pause(gate).text("after"));
        try (EventStream stream =
                house.first.open(person, body(house.app("advanced-chat"), "will be stopped", "turn_id", turn))) {
            stream.awaitNamed("delta");
            house.first.stop(person, turn);
            stream.rest();
        }

        assertThat(types(parts())).contains("node");
        gate.open();
    }

    @Test
    void keepsWhatCameOfAnAbandonedTurn() throws Exception {
        house.script(
                "will be abandoned",
                Script.answer("a").thought("想一想", "t", "{}", "o").text("b").pause(gate));
        try (EventStream original =
                house.first.open(person, body(house.app("agent-chat"), "will be abandoned", "turn_id", turn))) {
            original.awaitNamed("tool");
            house.awaitLogged(person, turn, "succeeded");
            house.expireLease(turn);
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                reader.rest();
            }

            assertThat(house.answer(person, turn).status()).isEqualTo(TurnStatus.INTERRUPTED);
            assertThat(first(parts(), "thought").path("text").asText()).isEqualTo("想一想");
            gate.open();
            original.rest();
        }
        assertThat(types(parts()).stream().filter("tool"::equals)).hasSize(1);
    }

    @Test
    void keepsAllOfARunThatAnotherProcessFollows() throws Exception {
        house.script(
                "will be taken over",
                Script.answer("before ").nodes(2).pause(gate).nodes(2).text("after"));
        try (EventStream original =
                house.first.open(person, body(house.app("advanced-chat"), "will be taken over", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "code-2");
            house.giveAway(turn);
            original.rest();
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                house.dify.awaitRequest(request -> request.path().contains("/workflow/"), PATIENCE);
                gate.open();
                reader.rest();
            }
        }

        assertThat(house.answer(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(parts().stream()
                        .filter(part -> part.path("node_type").asText().equals("code"))
                        .map(part -> part.path("title").asText()))
                .containsExactly("Code 1", "Code 2", "Code 1", "Code 2");
        assertThat(first(parts(), "citation").path("position").asInt()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAForm() throws Exception {
        App app = house.house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        List<ReceivedEvent> paused = ask(app, "请问可以吗？");
        ReceivedEvent form = ReceivedEvent.named("form", paused).getFirst();
        List<JsonNode> before = parts();
        assertThat(first(before, "form").path("state").asText()).isEqualTo("open");
        assertThat(first(before, "form").path("turn_id").asText()).isEqualTo(turn);
        assertThat(first(before, "form").toString()).doesNotContain("token");

        submit(form.text("form_id"));

        List<JsonNode> after = parts();
        assertThat(first(after, "form").path("state").asText()).isEqualTo("submitted");
        assertThat(types(after).stream().filter("form"::equals)).hasSize(1);
        assertThat(types(after).indexOf("form")).isEqualTo(types(before).indexOf("form"));
        assertThat(after).hasSizeGreaterThan(before.size());
    }

    private void submit(String form) throws Exception {
        try (EventStream stream = house.house.open(house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/" + form,
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"好\"}}"))) {
            stream.rest();
        }
    }

    @Test
    void losesNoWordWhenGoingOnDoesNotWork() throws Exception {
        house.script("asks and goes", Script.answer("The beginning. ").form(HumanForm.approval()));
        List<ReceivedEvent> paused = ask(house.app("advanced-chat"), "asks and goes");
        int before = parts().size();
        house.dify.expireForms();

        var refused = house.house.send(house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/"
                        + ReceivedEvent.named("form", paused).getFirst().text("form_id"),
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"late\"}}"));

        assertThat(refused.body()).contains("form_closed");
        assertThat(house.answer(person, turn).content()).isEqualTo("The beginning. ");
        assertThat(parts()).hasSize(before);
    }
}
