package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnEvents;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of an ended turn's events, and what is told of those that are kept no more. */
class TurnLogIT {

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

    private Frames finished(String words) throws Exception {
        return Frames.of(house.first
                .send(house.first
                        .question(person, body(app, words, "turn_id", turn))
                        .build())
                .body());
    }

    @Test
    void keepsOneRowOfWhatHasEnded() throws Exception {
        Frames uncut = finished("compact");

        List<TurnEvents> rows =
                house.first.bean(TurnEventsRepository.class).listAfter(TurnId.of(turn), person.id(), 0, 10);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().compressed()).isTrue();
        assertThat(rows.getFirst().lastEvent()).isEqualTo(uncut.size());
    }

    @Test
    void tellsTheResultOnceTheEventsArePurged() throws Exception {
        Frames uncut = finished("purged");
        house.first.bean(TurnEventsRepository.class).deleteLog(TurnId.of(turn));

        try (EventStream late = house.second.resume(person, turn, 2);
                EventStream fresh = house.second.resume(person, turn, 0)) {
            List<ReceivedEvent> rest = late.rest();
            assertThat(rest).extracting(ReceivedEvent::name).containsExactly("replace", "done");
            assertThat(rest).extracting(ReceivedEvent::id).containsExactly("3", "4");
            assertThat(rest.getFirst().text("text"))
                    .isEqualTo(house.answer(person, turn).content())
                    .isNotEmpty();
            assertThat(fresh.rest()).extracting(ReceivedEvent::name).containsExactly("turn", "replace", "done");
        }
        assertThat(uncut.size()).isGreaterThan(4);
    }

    @Test
    void tellsReaderWhoIsAheadOfTheLogWhatIsKept() throws Exception {
        Frames uncut = finished("ahead");

        try (EventStream ahead = house.second.resume(person, turn, uncut.size() + 7)) {
            List<ReceivedEvent> rest = ahead.rest();
            assertThat(rest).extracting(ReceivedEvent::name).containsExactly("replace", "done");
            assertThat(rest.getFirst().id()).isEqualTo(Integer.toString(uncut.size() + 8));
        }
    }

    @Test
    void letsOldLogsGoWhileTurnsRun() throws Exception {
        finished("old");
        house.ageLog(turn);
        Gate gate = new Gate();
        house.script("running beside", Script.answer("on and ").pause(gate));
        // One that has not yet looked for old logs.
        Instance fresh = house.another(Map.of());

        try (EventStream running = fresh.open(person, body(app, "running beside"))) {
            running.awaitNamed("delta");
            TurnHouse.until(() -> house.first
                    .bean(TurnEventsRepository.class)
                    .listAfter(TurnId.of(turn), person.id(), 0, 10)
                    .isEmpty());
        } finally {
            gate.open();
        }
    }
}
