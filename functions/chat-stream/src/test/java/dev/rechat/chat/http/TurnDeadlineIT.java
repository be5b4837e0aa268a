package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.TestedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function has a limit and a turn may outlive it: readers are told to come back, and find the rest. */
@Timeout(120)
class TurnDeadlineIT {

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @SuppressWarnings("NullAway.Init")
    private static Instance brief;

    @BeforeAll
    static void open() {
        house = new TurnHouse();
        // A second for each request; Lambda's entry point would take one of the four for itself.
        brief = house.another(Map.of(
                TestedFunction.DEADLINE,
                "PT4S",
                "rechat.turns.handover-margin",
                "3s",
                "rechat.lambda.deadline-margin",
                "1ms"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person();
    private final String turn = newId();
    private final Gate gate = new Gate();

    private EventStream ask(Instance where, String mode, String words) throws Exception {
        house.script(words, Script.answer("before ").pause(gate).text("after"));
        return where.open(person, body(house.app(mode), words, "turn_id", turn));
    }

    /** What a reader was told until it was sent away, without the notice that did it. */
    private static List<ReceivedEvent> untilSentAway(EventStream stream) throws Exception {
        List<ReceivedEvent> events = new ArrayList<>(stream.rest());
        ReceivedEvent last = events.removeLast();
        assertThat(last.name()).isEqualTo("notice");
        assertThat(last.text("code")).isEqualTo("handover");
        assertThat(last.id()).isEmpty();
        return events;
    }

    /** Comes back, at once and wherever: nothing is lost or told twice. */
    private void assertGoesOn(Instance where, List<ReceivedEvent> seen) throws Exception {
        List<ReceivedEvent> rest = List.of();
        do {
            try (EventStream resumed =
                    where.resume(person, turn, Integer.parseInt(seen.getLast().id()))) {
                gate.open();
                rest = resumed.rest();
            }
            // Where the limit is short, one is sent away more than once.
            rest.stream().filter(event -> !event.id().isEmpty()).forEach(seen::add);
        } while (rest.isEmpty() || rest.getLast().id().isEmpty());
        assertThat(seen.getLast().name()).isEqualTo("done");
        assertThat(ReceivedEvent.answer(seen)).isEqualTo("before after");
        assertThat(house.answer(person, turn).content()).isEqualTo("before after");
        try (EventStream uncut = house.first.resume(person, turn, 0)) {
            assertThat(uncut.rest()).isEqualTo(seen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"advanced-chat", "workflow"})
    void runGoesOnElsewhere(String mode) throws Exception {
        try (EventStream original = ask(brief, mode, "outlives " + mode)) {
            assertGoesOn(house.second, untilSentAway(original));
        }
    }

    @Test
    void runGoesOnWhereItWasWhenItsReaderComesBackThere() throws Exception {
        try (EventStream original = ask(brief, "advanced-chat", "comes back")) {
            assertGoesOn(brief, untilSentAway(original));
        }
    }

    @Test
    void chatThatNobodyCanFollowEndsAsInterrupted() throws Exception {
        try (EventStream original = ask(brief, "chat", "too slow")) {
            List<ReceivedEvent> events = original.rest();
            assertThat(events.getLast().text("code")).isEqualTo("turn_interrupted");
            assertThat(ReceivedEvent.answer(events)).isEqualTo("before ");
        }
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.INTERRUPTED);
        assertThat(house.answer(person, turn).content()).isEqualTo("before ");
    }

    @Test
    void readerOfTurnThatGoesOnIsSentAwayAlone() throws Exception {
        try (EventStream original = ask(house.first, "chat", "read elsewhere");
                EventStream sentAway = brief.resume(person, turn, 0)) {
            List<ReceivedEvent> seen = untilSentAway(sentAway);
            assertGoesOn(brief, seen);
            assertThat(original.rest()).isEqualTo(seen);
        }
    }

    @Test
    void readerThatTookTheTurnOverHandsItOver() throws Exception {
        try (EventStream original = ask(house.first, "advanced-chat", "taken over")) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.giveAway(turn);
            original.rest();
            try (EventStream taking = brief.resume(person, turn, 0)) {
                assertGoesOn(house.second, untilSentAway(taking));
            }
        }
    }
}
