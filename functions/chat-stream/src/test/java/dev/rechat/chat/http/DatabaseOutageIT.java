package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database goes and comes back in mid-answer: words go on, and are kept in the end. */
class DatabaseOutageIT {

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

    @AfterEach
    void databaseIsThere() {
        TestDatabase.shared().start();
    }

    private final Person person = house.person();
    private final App app = house.app("chat");
    private final String turn = newId();
    private final Gate down = new Gate();
    private final Gate end = new Gate();

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"database_unavailable\"").doesNotContain("SQL", "jdbc", "Hikari");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void answerReachesItsReaderAndIsStoredWhenTheDatabaseIsBack() throws Exception {
        house.script("outage at the end", Script.answer("before ").pause(down).text("during"));
        List<ReceivedEvent> seen = new ArrayList<>();
        try (EventStream stream = house.first.open(person, body(app, "outage at the end", "turn_id", turn))) {
            seen.add(stream.next());
            TestDatabase.shared().stop();
            down.open();
            boolean told = false;
            for (ReceivedEvent event = stream.next(); event != null; event = stream.next()) {
                if (!event.id().isEmpty()) {
                    seen.add(event);
                } else if (event.text("code").equals("storage_delayed") && !told) {
                    told = true;
                    assertThat(ReceivedEvent.answer(seen)).isEqualTo("before during");
                    TestDatabase.shared().start();
                }
            }
            assertThat(told).isTrue();
        }
        assertThat(seen.getLast().text("status")).isEqualTo("completed");
        assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(house.answer(person, turn).content()).isEqualTo("before during");
        try (EventStream resumed = house.second.resume(person, turn, 0)) {
            assertThat(resumed.rest()).isEqualTo(seen);
        }
    }

    @Test
    void logIsWholeWhenTheDatabaseIsBackBeforeTheEnd() throws Exception {
        house.script(
                "outage amid",
                Script.answer("before ").pause(down).text("during ").pause(end).text("after"));
        try (EventStream stream = house.first.open(person, body(app, "outage amid", "turn_id", turn));
                EventStream elsewhere = house.second.resume(person, turn, 0)) {
            stream.awaitNamed("delta");
            List<ReceivedEvent> followed = new ArrayList<>();
            do {
                followed.add(elsewhere.next());
            } while (!followed.getLast().name().equals("delta"));

            TestDatabase.shared().stop();
            down.open();
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("during ");
            var refused = house.second.sendLater(
                    house.second.question(person, body(app, "meanwhile")).build());
            assertUnavailable(house.first.send(
                    house.first.question(person, body(app, "meanwhile")).build()));
            assertUnavailable(refused.get());
            assertUnavailable(
                    house.second.send(house.second.resumption(person, turn, 0).build()));
            TestDatabase.shared().start();
            house.awaitLogged(person, turn, "during ");
            end.open();

            List<ReceivedEvent> rest = stream.rest();
            assertThat(rest.getLast().text("status")).isEqualTo("completed");
            followed.addAll(elsewhere.rest());
            assertThat(ReceivedEvent.answer(followed)).isEqualTo("before during after");
            assertThat(followed.getLast()).isEqualTo(rest.getLast());
            try (EventStream resumed = house.second.resume(person, turn, 0)) {
                assertThat(resumed.rest()).isEqualTo(followed);
            }
        }
        assertThat(house.answer(person, turn).content()).isEqualTo("before during after");
        assertThat(house.first.bean(TurnEventsRepository.class).listAfter(TurnId.of(turn), person.id(), 0, 10))
                .hasSize(1);
    }
}
