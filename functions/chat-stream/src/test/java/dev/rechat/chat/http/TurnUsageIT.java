package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
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
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a turn has cost is written down as it ends, and is what its message says. */
class TurnUsageIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final String turn = newId();

    @BeforeAll
    static void open() {
        house = new TurnHouse(EngineVariant.CELERY, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "agent-chat", "advanced-chat", "workflow"})
    void isWhatTheMessageSays(String mode) throws Exception {
        App asked = house.app(mode);
        try (EventStream stream = house.first.open(person, body(asked, "What is a lease?", "turn_id", turn))) {
            assertThat(stream.rest().getLast().text("status")).isEqualTo("completed");
        }

        assertThat(ledger())
                .containsExactly(Map.of(
                        "status",
                        "COMPLETED",
                        "error_code",
                        "null",
                        "app_id",
                        asked.id().toString()));
        assertLedgerTellsWhatTheMessageDoes();
        assertThat(figure("first_token_ms")).isNotEqualTo("null");
        assertThat(sums()).containsExactly("1 turns, 1 completed, " + figure("total_tokens") + " tokens");
    }

    @Test
    void isWrittenThoughDifyRefused() throws Exception {
        App wrong = house.house.app("chat", "app-unknown");

        try (EventStream stream = house.first.open(person, body(wrong, "Anybody?", "turn_id", turn))) {
            stream.rest();
        } catch (IllegalStateException refusedBeforeItStreamed) {
            // either way of telling is the other tests' matter
        }
        house.awaitEnd(person, turn);

        assertThat(ledger())
                .containsExactly(Map.of(
                        "status",
                        "FAILED",
                        "error_code",
                        String.valueOf(house.turn(person, turn).errorCode()),
                        "app_id",
                        wrong.id().toString()));
        assertThat(figure("total_tokens")).isEqualTo("null");
        assertThat(sums()).containsExactly("1 turns, 0 completed, 0 tokens");
    }

    @Test
    void isWrittenOfAnAnswerThatWasStopped() throws Exception {
        house.script("stopped", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(app, "stopped", "turn_id", turn))) {
            stream.awaitNamed("delta");
            house.first.stop(person, turn);
            stream.rest();
        }

        assertThat(ledger()).extracting(row -> row.get("status")).containsExactly("STOPPED");
        assertLedgerTellsWhatTheMessageDoes();
    }

    @Test
    void isCorrectedWhenAnInterruptedTurnBringsItsWholeAnswer() throws Exception {
        Gate gate = new Gate();
        house.script("twice", Script.answer("before ").pause(gate).text("after"));
        try (EventStream original = house.first.open(person, body(app, "twice", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.expireLease(turn);
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                reader.rest();
            }
            assertThat(ledger()).extracting(row -> row.get("status")).containsExactly("INTERRUPTED");
            assertThat(tallies()).containsExactly("error turn_interrupted");
            assertThat(sums()).containsExactly("1 turns, 0 completed, 0 tokens");

            gate.open();
            original.rest();
        }

        assertThat(ledger()).extracting(row -> row.get("status")).containsExactly("COMPLETED");
        assertLedgerTellsWhatTheMessageDoes();
        assertThat(tallies()).hasSize(1).allMatch(tally -> tally.startsWith("first_token "));
        assertThat(sums()).containsExactly("1 turns, 1 completed, " + figure("total_tokens") + " tokens");
    }

    @Test
    void isWrittenWhenTheConversationIsRemovedInMidAnswer() throws Exception {
        house.script("removed", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(app, "removed", "turn_id", turn))) {
            stream.awaitNamed("delta");
            TurnHouse.until(() -> house.turn(person, turn).difyTaskId() != null);

            remove();

            stream.rest();
        }
        TurnHouse.until(() -> !ledger().isEmpty());
        assertThat(ledger()).extracting(row -> row.get("status")).containsExactly("STOPPED");
        assertThat(figure("first_token_ms")).isNotEqualTo("null");
        assertThat(sums()).containsExactly("1 turns, 0 completed, 0 tokens");
        house.dify.awaitIdle(PATIENCE);
    }

    @Test
    void isWrittenWholeWhenTheAnswerEndsBeforeItsRemovalIsNoticed() throws Exception {
        Instance slow = house.another(Map.of("rechat.turns.journal-interval", "20s"));
        Gate gate = new Gate();
        house.script("unnoticed", Script.answer("said ").pause(gate).text("all"));
        try (EventStream stream = slow.open(person, body(app, "unnoticed", "turn_id", turn))) {
            stream.awaitNamed("delta");
            remove();
            gate.open();
            stream.rest();
        }
        TurnHouse.until(() -> !ledger().isEmpty());

        assertThat(ledger()).extracting(row -> row.get("status")).containsExactly("COMPLETED");
        assertThat(figure("total_tokens")).isNotEqualTo("null");
        slow.close();
    }

    @Test
    void isWrittenOfBothHalvesOfAnAnswerThatAskedAPersonInBetween() throws Exception {
        App approval = house.house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        List<ReceivedEvent> paused;
        try (EventStream stream = house.first.open(person, body(approval, "May I go home?", "turn_id", turn))) {
            paused = stream.rest();
        }
        String form = ReceivedEvent.named("form", paused).getFirst().text("form_id");
        try (EventStream stream = house.house.open(house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/" + form,
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"looks fine\"}}"))) {
            stream.rest();
        }

        assertThat(ledger()).extracting(row -> row.get("status")).containsExactlyInAnyOrder("PAUSED", "COMPLETED");
        assertThat(sums()).hasSizeBetween(1, 2);
    }

    private void remove() {
        assertThat(house.second
                        .bean(Removals.class)
                        .removeOwned(house.turn(person, turn).conversationId(), person.id()))
                .isTrue();
    }

    private void assertLedgerTellsWhatTheMessageDoes() throws Exception {
        String stored = house.answer(person, turn).messageUsage();
        JsonNode usage = JSON.readTree(stored == null ? "{}" : stored);
        for (String number :
                List.of("prompt_tokens", "completion_tokens", "total_tokens", "first_token_ms", "latency_ms")) {
            assertThat(figure(number)).as(number).isEqualTo(usage.path(number).asText("null"));
        }
        if (usage.path("total_price").isMissingNode()
                || usage.path("total_price").isNull()) {
            assertThat(figure("price")).isEqualTo("null");
        } else {
            assertThat(new BigDecimal(figure("price")))
                    .isEqualByComparingTo(usage.path("total_price").asText());
            assertThat(figure("currency")).isEqualTo(usage.path("currency").asText());
        }
    }

    private String figure(String column) throws SQLException {
        Map<String, String> row = rows("SELECT " + column + " FROM turn_usage WHERE turn_id = '" + turn + "'")
                .getFirst();
        return row.getOrDefault(column, "no such column");
    }

    private List<Map<String, String>> ledger() throws SQLException {
        return rows("SELECT status, error_code, app_id FROM turn_usage WHERE user_id = '" + person.id() + "'");
    }

    private List<String> sums() throws SQLException {
        return rows("SELECT CONCAT(turns, ' turns, ', completed, ' completed, ', total_tokens, ' tokens') AS told"
                        + " FROM usage_daily WHERE user_id = '" + person.id() + "'")
                .stream()
                .map(row -> row.get("told"))
                .toList();
    }

    private List<String> tallies() throws SQLException {
        return rows("SELECT CONCAT(measure, ' ', bucket) AS told FROM usage_tallies WHERE user_id = '" + person.id()
                        + "'")
                .stream()
                .map(row -> row.get("told"))
                .toList();
    }

    private static List<Map<String, String>> rows(String query) throws SQLException {
        try (var connection = house.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<Map<String, String>> found = new ArrayList<>();
            while (rows.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnLabel(i), String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
            return found;
        }
    }
}
