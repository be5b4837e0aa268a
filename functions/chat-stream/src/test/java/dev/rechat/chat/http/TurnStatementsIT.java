package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a turn costs the database, counted by the server itself; what driver and pool say on their own is left out. */
class TurnStatementsIT {

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() throws Exception {
        // The log of a turn is written once while it runs, when the test waits for it.
        house = new TurnHouse(EngineVariant.CELERY, Map.of("rechat.turns.journal-interval", "1500ms"));
        server("SET GLOBAL log_output = 'TABLE'");
    }

    @AfterAll
    static void close() throws Exception {
        server("SET GLOBAL general_log = OFF");
        house.close();
    }

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final String turn = newId();

    private static void server(String command) throws Exception {
        try (Connection connection = house.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> counted() throws Exception {
        List<String> statements = new ArrayList<>();
        try (Connection connection = house.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CAST(argument AS CHAR) FROM mysql.general_log WHERE command_type = 'Query'"
                                + " AND argument REGEXP '^(SELECT .* FROM|INSERT|UPDATE|DELETE)'"
                                + " AND argument NOT LIKE '%general_log%' AND argument NOT LIKE '%innodb_trx%'")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        server("TRUNCATE mysql.general_log");
        return statements;
    }

    /** Everything up to the first word, everything from the last word on, in a house without a budget: that costs one, asked for. */
    private void assertCost(int begin, int end, String question, String words) throws Exception {
        Gate gate = new Gate();
        house.script(words, Script.answer("first ").pause(gate).text("last"));
        server("SET GLOBAL general_log = ON");
        counted();
        try (EventStream stream = house.first.open(person, question)) {
            stream.awaitNamed("delta");
            assertThat(counted()).hasSizeLessThanOrEqualTo(begin);
            gate.open();
            stream.rest();
        }
        // Between the two there may have been one round of the journal.
        assertThat(counted()).hasSizeBetween(1, end + 4);
        house.first.send(house.first.resumption(person, turn, 0).build());
        // the turn, its conversation, its log
        assertThat(counted()).hasSize(3);
        server("SET GLOBAL general_log = OFF");
    }

    @Test
    void firstQuestionTakesNineAtItsBeginningAndEightAtItsEnd() throws Exception {
        assertCost(9, 8, body(app, "counted first", "turn_id", turn), "counted first");
    }

    @Test
    void laterQuestionTakesFourteenAtItsBeginningAndEightAtItsEnd() throws Exception {
        String conversation;
        try (EventStream stream = house.first.open(person, body(app, "uncounted"))) {
            conversation = stream.rest().getFirst().text("conversation_id");
        }
        assertCost(
                14, 8, body(app, "counted later", "turn_id", turn, "conversation_id", conversation), "counted later");
    }
}
