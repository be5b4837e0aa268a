package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who loses a right loses the streams that began with it, too; what was asked is still answered and kept. */
class RightsEndStreamsIT {

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse(
                EngineVariant.CELERY,
                Map.of("rechat.access.standing-age", "50ms", "rechat.access.stream-interval", "50ms"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final String turn = newId();
    private final Gate gate = new Gate();

    @ParameterizedTest
    @CsvSource({
        "UPDATE users SET active = FALSE WHERE id = ?, user, 401",
        "UPDATE users SET role = 'PENDING' WHERE id = ?, user, 403",
        "UPDATE users SET deleting_at = NOW() WHERE id = ?, user, 401",
        "UPDATE sessions SET ended_at = NOW() WHERE id = ?, session, 401",
    })
    void cutsAStreamWhoseBearerLostTheRight(String change, String what, int status) throws Exception {
        house.script("secret", Script.answer("before ").pause(gate).text("after"));

        try (EventStream asked = house.first.open(person, body(app, "secret", "turn_id", turn));
                EventStream followed =
                        house.second.stream(house.second.resumption(person, turn, 0).build())) {
            asked.awaitNamed("delta");
            followed.awaitNamed("delta");
            house.house.sql(change, what.equals("user") ? person.id().toString() : person.session());

            assertCut(asked.rest());
            assertCut(followed.rest());
        }
        assertThat(house.first.send(house.first.resumption(person, turn, 0).build()).statusCode())
                .isEqualTo(status);

        gate.open();
        assertThat(house.awaitEnd(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(house.answer(person, turn).content()).isEqualTo("before after");
    }

    @Test
    void cutsTheStreamOfAKeyThatWasRevokedAndNoOther() throws Exception {
        house.script("by key", Script.answer("before ").pause(gate).text("after"));
        ApiKeySecret key = ApiKeySecret.random(new SecureRandom());
        house.house.sql(
                "INSERT INTO api_keys (id, user_id, identifier, secret_hash, name, scopes, created_at)"
                        + " VALUES (?, ?, ?, ?, 'ci', 'chat', NOW())",
                newId(),
                person.id().toString(),
                key.identifier(),
                key.hash());
        Person program = new Person(person.id(), person.session(), key.text());

        try (EventStream asked = house.first.open(program, body(app, "by key", "turn_id", turn));
                EventStream followed =
                        house.first.stream(house.first.resumption(person, turn, 0).build())) {
            asked.awaitNamed("delta");
            house.house.sql("UPDATE api_keys SET revoked_at = NOW() WHERE identifier = ?", key.identifier());

            assertCut(asked.rest());
            gate.open();
            assertThat(followed.rest().getLast().name()).isEqualTo("done");
        }
        assertThat(house.first.send(house.first.resumption(program, turn, 0).build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsStreamsGoOnWhileTheDatabaseIsAway() throws Exception {
        house.script("outage of rights", Script.answer("before ").pause(gate).text("after"));

        try (EventStream asked = house.first.open(person, body(app, "outage of rights", "turn_id", turn))) {
            asked.awaitNamed("delta");
            TestDatabase.shared().stop();
            // Far more than the interval and the age pass meanwhile.
            asked.awaitComment();
            gate.open();

            assertThat(asked.awaitNamed("delta").text("text")).contains("after");
            TestDatabase.shared().start();
            assertThat(asked.rest().getLast().name()).isEqualTo("done");
        } finally {
            TestDatabase.shared().start();
        }
    }

    private static void assertCut(List<ReceivedEvent> rest) {
        assertThat(rest).extracting(ReceivedEvent::name).doesNotContain("done", "error", "delta");
    }
}
