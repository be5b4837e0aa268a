package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop is heard from anywhere, keeps what was said, and says how it went. */
class TurnStopIT {

    private static final Map<String, Object> SETTINGS = Map.of("rechat.turns.stop-patience", "700ms");

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse celery;

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse legacy;

    @BeforeAll
    static void open() {
        celery = new TurnHouse(EngineVariant.CELERY, SETTINGS);
        legacy = new TurnHouse(EngineVariant.LEGACY, SETTINGS);
    }

    @AfterAll
    static void close() {
        celery.close();
        legacy.close();
    }

    private final String turn = newId();

    private static Instance instance(TurnHouse house, String name) {
        return name.equals("first") ? house.first : house.second;
    }

    @ParameterizedTest
    @CsvSource({
        "CELERY,chat,first", "CELERY,agent-chat,second", "CELERY,advanced-chat,first", "CELERY,advanced-chat,second",
        "CELERY,completion,second", "CELERY,workflow,first", "CELERY,workflow,second", "LEGACY,chat,second",
        "LEGACY,agent-chat,first", "LEGACY,advanced-chat,second", "LEGACY,completion,first", "LEGACY,workflow,second"
    })
    void keepsWhatWasSaidInEveryMode(EngineVariant variant, String mode, String where) throws Exception {
        TurnHouse house = variant == EngineVariant.CELERY ? celery : legacy;
        Person person = house.person();
        Gate never = new Gate();
        house.script("stop " + mode, Script.answer("kept ").pause(never).text("unsaid"));

        try (EventStream stream = house.first.open(person, body(house.app(mode), "stop " + mode, "turn_id", turn))) {
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("kept ");
            var asked = instance(house, where).stop(person, turn);
            assertThat(asked.statusCode()).isEqualTo(202);

            List<ReceivedEvent> rest = stream.rest();
            assertThat(rest.getLast().name()).isEqualTo("done");
            assertThat(rest.getLast().text("status")).isEqualTo("stopped");
        }
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.STOPPED);
        assertThat(house.answer(person, turn).content()).isEqualTo("kept ");
        assertThat(house.dify.requests())
                .anyMatch(request ->
                        request.path().endsWith(house.turn(person, turn).difyTaskId() + "/stop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void saysThatDifyWentOn(String where) throws Exception {
        Person person = celery.person();
        celery.script("deaf", Script.answer("kept ").silence());

        try (EventStream stream = celery.first.open(person, body(celery.app("chat"), "deaf", "turn_id", turn))) {
            stream.awaitNamed("delta");
            instance(celery, where).stop(person, turn);
            assertThat(stream.rest().getLast().text("status")).isEqualTo("stop_unconfirmed");
        }
        assertThat(celery.turn(person, turn).status()).isEqualTo(TurnStatus.STOP_UNCONFIRMED);
        assertThat(celery.answer(person, turn).content()).isEqualTo("kept ");
    }

    @Test
    void saysThatDifyRefusedToStop() throws Exception {
        Person person = celery.person();
        try (PlainDify refusing = new PlainDify(500, dify -> {})) {
            stopOneThatAsks(refusing, person, "stop_unconfirmed");
        }
    }

    @Test
    void countsAsStoppedThoughTheStreamEndsBeforeDifyHasTakenTheStop() throws Exception {
        Person person = celery.person();
        try (PlainDify prompt = new PlainDify(200, dify -> {
            dify.endAnswer();
            celery.mustEnd(person, turn);
        })) {
            stopOneThatAsks(prompt, person, "stopped");
        }
    }

    private void stopOneThatAsks(PlainDify dify, Person person, String outcome) throws Exception {
        App app = celery.house.app("chat", DemoApps.CHAT_KEY, dify.uri(), true);
        try (EventStream stream = celery.first.open(person, body(app, "plain", "turn_id", turn))) {
            stream.awaitNamed("delta");
            celery.second.stop(person, turn);
            assertThat(stream.rest().getLast().text("status")).isEqualTo(outcome);
        }
        assertThat(celery.answer(person, turn).content()).isEqualTo("kept ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void hearsStopThatComesBeforeTheFirstWord(String where) throws Exception {
        Person person = celery.person();
        Gate head = new Gate();
        Gate never = new Gate();
        celery.script(
                "early", Script.answer("kept ").pause(never).text("unsaid").headAfter(head));
        var answer = celery.first.sendLater(celery.first
                .question(person, body(celery.app("chat"), "early", "turn_id", turn))
                .build());
        head.awaitReached(TurnHouse.PATIENCE);

        instance(celery, where).stop(person, turn);
        head.open();

        assertThat(answer.get().body()).contains("event: done");
        assertThat(celery.turn(person, turn).status()).isIn(TurnStatus.STOPPED, TurnStatus.STOP_UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void leavesTurnAloneThatHasEnded(String where) throws Exception {
        Person person = celery.person();
        celery.first.send(celery.first
                .question(person, body(celery.app("chat"), "over", "turn_id", turn))
                .build());
        var before = celery.turn(person, turn);

        var asked = instance(celery, where).stop(person, turn);

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.body()).contains("\"status\":\"completed\"", "\"stop_requested\":false");
        assertThat(celery.turn(person, turn)).isEqualTo(before);
    }

    @Test
    void doesNotLetOthersStop() throws Exception {
        Person person = celery.person();
        Gate gate = new Gate();
        celery.script("mine", Script.answer("said ").pause(gate).text("on"));

        try (EventStream stream = celery.first.open(person, body(celery.app("chat"), "mine", "turn_id", turn))) {
            stream.awaitNamed("delta");
            assertThat(celery.first.stop(celery.person(), turn).statusCode()).isEqualTo(404);
            assertThat(celery.second.stop(celery.person(), turn).statusCode()).isEqualTo(404);
            gate.open();
            assertThat(stream.rest().getLast().text("status")).isEqualTo("completed");
        }
        assertThat(celery.turn(person, turn).stopRequestedAt()).isNull();
    }
}
