package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However often a question arrives under one name, Dify is asked once and everybody reads the same answer. */
class TurnOnceIT {

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
    private final String name = newId();

    private HttpRequest keyed(Instance where, Person who, String key, String body) {
        return where.question(who, body).header("Idempotency-Key", key).build();
    }

    /** By turn id or by key. */
    private HttpRequest named(Instance where, String how, String words) {
        return how.equals("turn_id")
                ? where.question(person, body(app, words, "turn_id", name)).build()
                : keyed(where, person, name, body(app, words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn_id", "Idempotency-Key"})
    void attachesToRunningAndToFinishedTurn(String how) throws Exception {
        String words = "attach by " + how;
        Gate gate = new Gate();
        house.script(words, Script.answer("before ").pause(gate).text("after"));

        var original = house.first.sendLater(named(house.first, how, words));
        gate.awaitReached(TurnHouse.PATIENCE);
        try (EventStream here = house.first.stream(named(house.first, how, words));
                EventStream there = house.second.stream(named(house.second, how, words))) {
            assertThat(here.awaitNamed("delta").text("text")).isEqualTo("before ");
            assertThat(there.awaitNamed("delta").text("text")).isEqualTo("before ");
            gate.open();
            assertThat(here.rest().getLast().name()).isEqualTo("done");
            assertThat(there.rest().getLast().name()).isEqualTo("done");
        }
        String uncut = Frames.of(original.get(30, TimeUnit.SECONDS).body()).after(0);
        for (Instance where : List.of(house.first, house.second)) {
            assertThat(where.send(named(where, how, words)).body()).isEqualTo(uncut);
        }
        assertThat(house.asked(words)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"turn_id,first", "turn_id,second", "Idempotency-Key,first", "Idempotency-Key,second"})
    void refusesAnotherQuestionUnderTheSameName(String how, String where) throws Exception {
        Instance instance = where.equals("first") ? house.first : house.second;
        house.first.send(named(house.first, how, "the one"));

        var other = instance.send(named(instance, how, "the other"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"turn_conflict\"");
        assertThat(house.asked("the other")).isZero();
    }

    @Test
    void refusesTwoNamesForOneQuestion() throws Exception {
        var both = house.first.send(keyed(house.first, person, name, body(app, "two names", "turn_id", newId())));

        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(house.asked("two names")).isZero();
    }

    @Test
    void keepsTheKeysOfTwoPeopleApart() throws Exception {
        Person other = house.person();

        var mine = house.first.send(keyed(house.first, person, name, body(app, "my own")));
        var theirs = house.second.send(keyed(house.second, other, name, body(app, "their own")));

        assertThat(mine.body()).contains("my own").contains("event: done");
        assertThat(theirs.body()).contains("their own").doesNotContain("my own").contains("event: done");
    }

    @Test
    void doesNotGiveAwayTurnOfAnotherPerson() throws Exception {
        house.first.send(house.first
                .question(person, body(app, "mine alone", "turn_id", name))
                .build());

        var theirs = house.second.send(house.second
                .question(house.person(), body(app, "mine alone", "turn_id", name))
                .build());

        assertThat(theirs.statusCode()).isEqualTo(409);
        assertThat(theirs.body()).contains("\"turn_conflict\"").doesNotContain("event:");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksOnceWhenTheQuestionArrivesEverywhereAtOnce(boolean inConversation) throws Exception {
        // Without limits nothing but the key itself keeps the two apart.
        Instance third = house.another(Map.of("rechat.turns.max-running-per-user", 0));
        Instance fourth = house.another(Map.of("rechat.turns.max-running-per-user", 0));
        for (int round = 0; round < 20; round++) {
            String words = "at once " + inConversation + " " + round + ".";
            List<String> more = new ArrayList<>(List.of("turn_id", newId()));
            if (inConversation) {
                more.addAll(List.of("conversation_id", conversation()));
            }
            String question = body(app, words, more.toArray(String[]::new));
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (Instance where : round % 2 == 0 ? List.of(third, fourth) : List.of(house.first, house.second)) {
                for (int i = 0; i < 3; i++) {
                    answers.add(where.sendLater(where.question(person, question).build()));
                }
            }
            String uncut = Frames.of(
                            answers.getFirst().get(30, TimeUnit.SECONDS).body())
                    .after(0);
            assertThat(uncut).contains("event: done");
            for (var answer : answers) {
                assertThat(Frames.of(answer.get(30, TimeUnit.SECONDS).body()).after(0))
                        .isEqualTo(uncut);
            }
            assertThat(house.asked(words)).isEqualTo(1);
        }
    }

    private String conversation() throws Exception {
        try (EventStream stream = house.first.open(person, body(app, "before it"))) {
            return stream.rest().getFirst().text("conversation_id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn_id", "Idempotency-Key"})
    void tellsHowTheRefusedAttemptEndedAndDoesNotAskAgain(String how) throws Exception {
        String words = "refused by " + how;
        house.script(words, Faults.badKey());

        var refused = house.first.send(named(house.first, how, words));
        assertThat(refused.statusCode()).isEqualTo(502);

        for (Instance where : List.of(house.first, house.second)) {
            try (EventStream again = where.stream(named(where, how, words))) {
                List<ReceivedEvent> events = again.rest();
                assertThat(events.getFirst().name()).isEqualTo("turn");
                assertThat(events.getLast().name()).isEqualTo("error");
                assertThat(events.getLast().text("code")).isEqualTo("dify_unauthorized");
            }
        }
        assertThat(house.asked(words)).isEqualTo(1);
    }
}
