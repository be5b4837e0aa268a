package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Budgets are reserved before Dify is asked, and settled with what it told, however a turn ends. */
class BudgetIT {

    private static final int RESERVE = 500;

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse(EngineVariant.CELERY, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final String turn = newId();

    private HouseBudget tokens(App of, int amount) {
        return new HouseBudget(house, of.id().toString(), "TOKENS", amount, RESERVE);
    }

    private HouseBudget turns(App of, int amount) {
        return new HouseBudget(house, of.id().toString(), "TURNS", amount, 1);
    }

    private List<ReceivedEvent> ask(App what, String words) throws Exception {
        try (EventStream stream = house.first.open(person, body(what, words, "turn_id", turn))) {
            return stream.rest();
        }
    }

    private HttpResponse<String> refusal(String words) throws Exception {
        return house.first.send(house.first.question(person, body(app, words)).build());
    }

    @Test
    void answerCostsWhatDifyTells() throws Exception {
        HouseBudget budget = tokens(app, 100_000);

        List<ReceivedEvent> events = ask(app, "what it costs");

        long total = ReceivedEvent.named("usage", events)
                .getFirst()
                .json()
                .path("total_tokens")
                .asLong();
        assertThat(total).isPositive();
        assertThat(budget.counter()).isEqualTo(total + " 0 1");
    }

    @Test
    void isHeldWhileTheAnswerIsMade() throws Exception {
        HouseBudget budget = tokens(app, RESERVE);
        Gate gate = new Gate();
        house.script("held", Script.answer("before ").pause(gate).text("after"));
        try (EventStream stream = house.first.open(person, body(app, "held", "turn_id", turn))) {
            stream.awaitNamed("delta");
            assertThat(budget.counter()).isEqualTo("0 " + RESERVE + " 0");

            assertThat(refusal("one more").statusCode()).isEqualTo(429);

            gate.open();
            stream.rest();
        }
        assertThat(budget.counter()).endsWith(" 0 1");
    }

    @Test
    void refusesWithWhatIsLeftAndStoresNothing() throws Exception {
        HouseBudget budget = tokens(app, 1000);
        budget.spend(1001);

        HttpResponse<String> refused = refusal("refused for good");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 86_400L);
        JsonNode problem = new ObjectMapper().readTree(refused.body());
        assertThat(problem.path("code").asText()).isEqualTo("budget_exhausted");
        assertThat(problem.path("budget").asText()).isEqualTo("Ours");
        assertThat(problem.path("measure").asText()).isEqualTo("tokens");
        assertThat(problem.path("limit").asText()).isEqualTo("1000");
        assertThat(problem.path("used").asText()).isEqualTo("1001");
        assertThat(problem.path("reserved").asText()).isEqualTo("0");
        assertThat(problem.path("left").asText()).isEqualTo("0");
        assertThat(problem.path("period").asText()).isEqualTo("day");
        assertThat(problem.path("resets_at").asText()).endsWith("T00:00:00.000Z");
        assertThat(house.asked("refused for good")).isZero();
        assertThat(stored("conversations") + stored("messages") + stored("turns"))
                .isZero();
        assertThat(budget.counter()).isEqualTo("1001 0 1");
    }

    private long stored(String table) throws Exception {
        try (var connection = house.connect();
                var count = connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE user_id = ?")) {
            count.setString(1, person.id().toString());
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void costsNothingWhereDifyRefuses() throws Exception {
        App unknown = house.house.app("chat", "app-not-a-key-of-any-app");
        HouseBudget budget = turns(unknown, 1);

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = house.first.send(
                    house.first.question(person, body(unknown, "is refused")).build());
            assertThat(refused.body()).contains("\"dify_unauthorized\"");
        }

        assertThat(budget.counter()).isEqualTo("0 0 0");
    }

    @Test
    void costsNothingWhereDifyCannotBeReached() throws Exception {
        App away = house.house.app("chat", DemoApps.CHAT_KEY, URI.create("http://127.0.0.1:1/v1"), true);
        HouseBudget budget = tokens(away, 100_000);

        HttpResponse<String> failed = house.first.send(
                house.first.question(person, body(away, "is not heard")).build());

        assertThat(failed.body()).contains("\"dify_unavailable\"");
        assertThat(budget.counter()).isEqualTo("0 0 0");
    }

    /** Of questions that Dify was sent, and said nothing to. */
    enum Unanswered {
        FAILED(Faults::badGateway),
        BROKEN_OFF(() -> Script.refuse(200, "text/html", "<html>")),
        SILENT(() -> Script.answer("never").headAfter(new Gate()));

        private final Supplier<Script> script;

        Unanswered(Supplier<Script> script) {
            this.script = script;
        }
    }

    @ParameterizedTest
    @EnumSource
    void costsWhatWasReservedWhereDifyMayHaveDoneTheWork(Unanswered fault) throws Exception {
        HouseBudget budget = tokens(app, 100_000);
        house.script(fault.name(), fault.script.get());

        HttpResponse<String> failed = refusal(fault.name());

        assertThat(failed.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(budget.counter()).isEqualTo(RESERVE + " 0 1");
    }

    @Test
    void refusesSuggestionsAndSpeechOnceNothingIsLeft() throws Exception {
        String answer = Sent.answer(house.house, person, app, "worth reading out");
        HttpRequest suggestions = house.house
                .request("/api/v1/chat/messages/" + answer + "/suggestions", person)
                .build();
        HttpRequest reading =
                house.house.posting("/api/v1/chat/text-to-speech", person, "{\"message_id\":\"" + answer + "\"}");
        HttpRequest listening = house.house
                .request("/api/v1/chat/speech-to-text", person)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\n"
                                + app.id()
                                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                                + "Content-Type: audio/wav\r\n\r\nsound\r\n--b--\r\n"))
                .build();
        HouseBudget budget = turns(app, 1);
        for (HttpRequest request : List.of(suggestions, reading, listening)) {
            assertThat(house.first.send(request).statusCode()).isEqualTo(200);
        }
        assertThat(budget.counter()).as("what they cost is not known").isEqualTo("none");

        budget.spend(1);

        for (HttpRequest request : List.of(suggestions, reading, listening)) {
            HttpResponse<String> refused = house.first.send(request);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"budget_exhausted\"");
        }
    }

    @Test
    void stoppedAnswerIsNotFree() throws Exception {
        HouseBudget budget = tokens(app, 100_000);
        house.script("stopped early", Script.answer("before ").pause(new Gate()).text("after"));
        try (EventStream stream = house.first.open(person, body(app, "stopped early", "turn_id", turn))) {
            stream.awaitNamed("delta");
            house.first.stop(person, turn);
            stream.rest();
        }

        assertThat(budget.counter())
                .as("what Dify told of the part that it made")
                .matches("[1-9]\\d* 0 1");
    }

    @Test
    void answerThatEndsTwiceIsCountedOnceAndAsItsProducerKnows() throws Exception {
        HouseBudget budget = tokens(app, 100_000);
        Gate gate = new Gate();
        house.script("ends twice", Script.answer("before ").pause(gate).text("after"));
        try (EventStream original = house.first.open(person, body(app, "ends twice", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.expireLease(turn);
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                assertThat(reader.rest().getLast().text("code")).isEqualTo("turn_interrupted");
            }
            assertThat(budget.counter()).isEqualTo(RESERVE + " 0 1");

            gate.open();
            long told = ReceivedEvent.named("usage", original.rest())
                    .getFirst()
                    .json()
                    .path("total_tokens")
                    .asLong();

            assertThat(budget.counter()).isEqualTo(told + " 0 1");
        }
    }

    @Test
    void isSettledWhereTheConversationIsRemovedInMidAnswer() throws Exception {
        HouseBudget budget = tokens(app, 100_000);
        house.script(
                "removed meanwhile", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(app, "removed meanwhile", "turn_id", turn))) {
            stream.awaitNamed("delta");
            TurnHouse.until(() -> house.turn(person, turn).difyTaskId() != null);
            house.second
                    .bean(Removals.class)
                    .removeOwned(house.turn(person, turn).conversationId(), person.id());
            stream.rest();
        }

        TurnHouse.until(() -> budget.counter().equals(RESERVE + " 0 1"));
    }

    @Test
    void goingOnWithAFormCountsAsAnotherTurn() throws Exception {
        App approval = house.house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        HouseBudget budget = turns(approval, 1);
        List<ReceivedEvent> paused = ask(approval, "May I go home?");
        assertThat(paused.getLast().text("status")).isEqualTo("paused");
        assertThat(budget.counter()).isEqualTo("1 0 1");
        String form = ReceivedEvent.named("form", paused).getFirst().text("form_id");
        var filled = house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/" + form,
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"looks fine\"}}");

        HttpResponse<String> refused = house.first.send(filled);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"budget_exhausted\"");
        budget.raise(2);
        try (EventStream stream = house.first.stream(filled)) {
            assertThat(stream.rest().getLast().text("status")).isEqualTo("completed");
        }
        assertThat(budget.counter()).isEqualTo("2 0 2");
    }
}
