package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static dev.rechat.chat.http.TurnHouse.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A turn whose producer is gone and that nobody can follow ends with what came, by whoever finds it first. */
class TurnAbandonedIT {

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
    private final App app = house.app("chat");
    private final String turn = newId();
    private final Gate gate = new Gate();

    /** Begins a turn that has said "before " and whose lease has then run out, though its producer only sleeps. */
    private EventStream abandoned(TurnHouse where, App asked, String words) throws Exception {
        where.script(words, Script.answer("before ").pause(gate).text("after"));
        EventStream stream = where.first.open(person, body(asked, words, "turn_id", turn));
        stream.awaitNamed("delta");
        where.awaitLogged(person, turn, "before ");
        where.expireLease(turn);
        return stream;
    }

    @Test
    void readerEndsItAndItsProducerStillBringsTheWholeAnswer() throws Exception {
        try (EventStream original = abandoned(house, app, "reader finds it")) {
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                List<ReceivedEvent> events = reader.rest();
                assertThat(ReceivedEvent.answer(events)).isEqualTo("before ");
                assertThat(events.getLast().text("code")).isEqualTo("turn_interrupted");
                assertThat(events.getLast().json().path("retryable").asBoolean())
                        .isTrue();
            }
            assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.INTERRUPTED);
            assertThat(house.answer(person, turn).content()).isEqualTo("before ");

            gate.open();
            assertThat(original.rest().getLast().text("status")).isEqualTo("completed");
        }
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(house.turn(person, turn).errorCode()).isNull();
        assertThat(house.answer(person, turn).content()).isEqualTo("before after");
        assertThat(house.second.state(person, turn).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void nextQuestionEndsItAndIsAnswered() throws Exception {
        try (EventStream original = abandoned(house, app, "question finds it")) {
            String conversation = house.turn(person, turn).conversationId().toString();
            try (EventStream next = house.second.open(person, body(app, "and now?", "conversation_id", conversation))) {
                assertThat(next.rest().getLast().name()).isEqualTo("done");
            }
            assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.INTERRUPTED);
            assertThat(house.answer(person, turn).content()).isEqualTo("before ");
            gate.open();
            original.rest();
        }
    }

    @Test
    void stopEndsItAndStopsDify() throws Exception {
        try (EventStream original = abandoned(house, app, "stop finds it")) {
            house.giveAway(turn);
            var stopped = house.second.stop(person, turn);

            assertThat(stopped.body()).contains("\"status\":\"stopped\"");
            assertThat(house.answer(person, turn).content()).isEqualTo("before ");
            original.rest();
        }
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.STOPPED);
    }

    @Test
    void ownerOfTheProcessFindsNothingAbandonedWhileItsLeaseIsRenewed() throws Exception {
        Instance brief = house.another(Map.of("rechat.turns.lease", "400ms"));
        house.script("renewed", Script.answer("before ").pause(gate).text("after"));
        try (EventStream original = brief.open(person, body(app, "renewed", "turn_id", turn));
                EventStream reader = house.second.resume(person, turn, 0)) {
            original.awaitNamed("delta");
            var began = house.turn(person, turn).leaseUntil();
            until(() -> house.turn(person, turn).leaseUntil().isAfter(began.plusMillis(800)));
            gate.open();

            assertThat(ReceivedEvent.answer(reader.rest())).isEqualTo("before after");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LEGACY"})
    void engineWithoutRunEventsLeavesNothingToFollow(EngineVariant variant) throws Exception {
        try (TurnHouse old = new TurnHouse(variant, Map.of())) {
            Person asker = old.person();
            old.script("legacy", Script.answer("before ").pause(gate).text("after"));
            try (EventStream original =
                    old.first.open(asker, body(old.app("advanced-chat"), "legacy", "turn_id", turn))) {
                original.awaitNamed("delta");
                old.awaitLogged(asker, turn, "before ");
                old.expireLease(turn);
                try (EventStream reader = old.second.resume(asker, turn, 0)) {
                    List<ReceivedEvent> events = reader.rest();
                    assertThat(events.getLast().text("code")).isEqualTo("turn_interrupted");
                    assertThat(ReceivedEvent.answer(events)).isEqualTo("before ");
                }
                assertThat(old.answer(asker, turn).content()).isEqualTo("before ");
                gate.open();
                original.rest();
            }
        }
    }

    @Test
    void chatWhoseProcessEndsInOrderEndsAsInterrupted() throws Exception {
        Instance leaving = house.another(Map.of());
        house.script("leaving", Script.answer("before ").pause(gate).text("after"));
        try (EventStream original = leaving.open(person, body(app, "leaving", "turn_id", turn));
                EventStream reader = house.second.resume(person, turn, 0)) {
            original.awaitNamed("delta");

            leaving.close();

            List<ReceivedEvent> events = reader.rest();
            assertThat(events.getLast().text("code")).isEqualTo("turn_interrupted");
            assertThat(ReceivedEvent.answer(events)).isEqualTo("before ");
        }
        assertThat(house.answer(person, turn).content()).isEqualTo("before ");
        assertThat(house.dify.awaitRequest(request -> request.path().endsWith("/stop"), PATIENCE))
                .isNotNull();
    }
}
