package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.EventsFault;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that outlives its producer is followed further by whoever finds it, and readers do not notice. */
class TurnFollowedIT {

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
    private final Gate unheard = new Gate();
    private final Gate gate = new Gate();

    private String run() {
        String run = house.turn(person, turn).workflowRunId();
        assertThat(run).isNotNull();
        return String.valueOf(run);
    }

    private void awaitFollowed() throws InterruptedException {
        String path = "/v1/workflow/" + run() + "/events";
        house.dify.awaitRequest(request -> request.path().equals(path), PATIENCE);
    }

    /** Reads until the connection ends, however it does. */
    private static List<ReceivedEvent> untilCut(EventStream stream) {
        List<ReceivedEvent> events = new ArrayList<>();
        try {
            for (ReceivedEvent event = stream.next(); event != null; event = stream.next()) {
                events.add(event);
            }
        } catch (IOException cut) {
            return events;
        }
        return events;
    }

    private static List<ReceivedEvent> numbered(List<ReceivedEvent> events) {
        return events.stream().filter(event -> !event.id().isEmpty()).toList();
    }

    /** One after the other; numbers are left out only before the text that is certain. */
    private static void assertNumbered(List<ReceivedEvent> events) {
        int last = 0;
        for (ReceivedEvent event : events) {
            int number = Integer.parseInt(event.id());
            if ("caught_up".equals(event.text("reason"))) {
                assertThat(number).isGreaterThan(last);
            } else {
                assertThat(number).isEqualTo(last + 1);
            }
            last = number;
        }
    }

    private void assertWhole(List<ReceivedEvent> events, String text) {
        assertNumbered(events);
        assertThat(events.getLast().name()).isEqualTo("done");
        assertThat(ReceivedEvent.answer(events)).isEqualTo(text);
        assertThat(events.stream()
                        .filter(event -> event.name().equals("node"))
                        .map(event -> event.text("id") + event.text("status")))
                .doesNotHaveDuplicates();
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(house.answer(person, turn).content()).isEqualTo(text);
        assertThat(house.asked(turn)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advanced-chat", "workflow"})
    void goesOnElsewhereWhenItsProcessEndsInOrder(String mode) throws Exception {
        Instance leaving = house.another(Map.of());
        house.script("handed over " + mode, Script.answer("before ").pause(gate).text("after"));
        try (EventStream original =
                        leaving.open(person, body(house.app(mode), "handed over " + mode, "turn_id", turn));
                EventStream reader = house.second.resume(person, turn, 0)) {
            List<ReceivedEvent> seen = new ArrayList<>();
            do {
                seen.add(original.next());
            } while (!seen.getLast().name().equals("delta"));

            leaving.close();
            seen.addAll(numbered(untilCut(original)));
            awaitFollowed();
            gate.open();

            List<ReceivedEvent> all = numbered(reader.rest());
            assertWhole(all, "before after");
            try (EventStream resumed = house.first.resume(
                    person, turn, Integer.parseInt(seen.getLast().id()))) {
                seen.addAll(resumed.rest());
            }
            assertThat(seen).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"advanced-chat,false", "advanced-chat,true", "workflow,false", "workflow,true"})
    void goesOnElsewhereWhenItsLeaseRunsOut(String mode, boolean textIsMissed) throws Exception {
        String words = "lost " + mode + textIsMissed;
        house.script(
                words,
                Script.answer("before ")
                        .pause(unheard)
                        .text("between ")
                        .pause(gate)
                        .text("after"));
        Instance lost = house.another(Map.of());
        try (EventStream original = lost.open(person, body(house.app(mode), words, "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.giveAway(turn);
            original.rest();
            if (textIsMissed) {
                unheard.open();
                gate.awaitReached(PATIENCE);
            }
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                awaitFollowed();
                unheard.open();
                gate.open();
                assertWhole(reader.rest(), "before between after");
            }
        }
    }

    @Test
    void missesNothingThoughTheProducerHadToldMoreThanItHadWritten() throws Exception {
        house.script(
                "unwritten",
                Script.answer("before ")
                        .pause(unheard)
                        .text("unwritten ")
                        .pause(gate)
                        .text("after"));
        Instance lost = house.another(Map.of("rechat.turns.journal-interval", "3s"));
        try (EventStream original = lost.open(person, body(house.app("advanced-chat"), "unwritten", "turn_id", turn))) {
            List<ReceivedEvent> seen = new ArrayList<>();
            do {
                seen.add(original.next());
            } while (!seen.getLast().name().equals("delta"));
            house.awaitLogged(person, turn, "before ");
            unheard.open();
            do {
                seen.add(original.next());
            } while (!seen.getLast().text("text").equals("unwritten "));
            house.giveAway(turn);

            try (EventStream reader = house.second.resume(
                    person, turn, Integer.parseInt(seen.getLast().id()))) {
                awaitFollowed();
                gate.open();
                seen.addAll(reader.rest());
            }

            assertNumbered(seen);
            assertThat(ReceivedEvent.answer(seen)).isEqualTo("before unwritten after");
            assertThat(house.answer(person, turn).content()).isEqualTo("before unwritten after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"advanced-chat", "workflow"})
    void goesOnWhenDifyBreaksTheConnectionOff(String mode) throws Exception {
        String words = "broken off " + mode;
        house.script(
                words,
                Script.answer("before ")
                        .pause(unheard)
                        .cut()
                        .text("between ")
                        .pause(gate)
                        .text("after"));
        try (EventStream stream = house.first.open(person, body(house.app(mode), words, "turn_id", turn))) {
            List<ReceivedEvent> seen = new ArrayList<>();
            do {
                seen.add(stream.next());
            } while (!seen.getLast().name().equals("delta"));
            house.awaitLogged(person, turn, "before ");
            unheard.open();
            gate.awaitReached(PATIENCE);
            awaitFollowed();
            gate.open();
            seen.addAll(stream.rest());

            assertWhole(seen, "before between after");
        }
    }

    @Test
    void givesUpWhenDifyBreaksOffAgainAndAgain() throws Exception {
        house.script(
                "always broken",
                Script.answer("before ").pause(unheard).cut().pause(gate).text("after"));
        for (int i = 0; i < 4; i++) {
            house.dify.nextEvents(EventsFault.cutAfter(1));
        }
        try (EventStream stream =
                house.first.open(person, body(house.app("advanced-chat"), "always broken", "turn_id", turn))) {
            stream.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            unheard.open();

            assertThat(stream.rest().getLast().text("code")).isEqualTo("dify_protocol_error");
        } finally {
            gate.open();
        }
        assertThat(house.answer(person, turn).content()).isEqualTo("before ");
    }

    @Test
    void nextQuestionFindsItRunningAndItGoesOn() throws Exception {
        house.script("ask over it", Script.answer("before ").pause(gate).text("after"));
        var app = house.app("advanced-chat");
        try (EventStream original = house.first.open(person, body(app, "ask over it", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.giveAway(turn);
            original.rest();
            String conversation = house.turn(person, turn).conversationId().toString();

            var next = house.second.send(house.second
                    .question(person, body(app, "impatient", "conversation_id", conversation))
                    .build());

            assertThat(next.statusCode()).isEqualTo(409);
            assertThat(next.body()).contains("\"turn_running\"", "\"turn_id\":\"" + turn + "\"");
            awaitFollowed();
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                gate.open();
                assertWhole(reader.rest(), "before after");
            }
        }
    }

    @Test
    void endsAsInterruptedWhenDifyKnowsTheRunNoMore() throws Exception {
        house.script("forgotten", Script.answer("before ").pause(gate).text("after"));
        house.dify.nextEvents(EventsFault.notFound());
        try (EventStream original =
                house.first.open(person, body(house.app("advanced-chat"), "forgotten", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.giveAway(turn);
            original.rest();
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                List<ReceivedEvent> events = reader.rest();
                assertThat(events.getLast().text("code")).isEqualTo("turn_interrupted");
                assertThat(ReceivedEvent.answer(events)).isEqualTo("before ");
            }
        }
        assertThat(house.answer(person, turn).content()).isEqualTo("before ");
        gate.open();
    }
}
