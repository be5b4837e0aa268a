package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes back gets what is missing, from any instance, as often as wanted, and nothing else. */
class TurnResumeIT {

    private static final int PARTS = 5;
    private static final int PIECES = 60;

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

    private record Resumed(int after, CompletableFuture<HttpResponse<String>> answer) {}

    private Resumed resume(int after, Random random) {
        Instance where = random.nextBoolean() ? house.first : house.second;
        return new Resumed(
                after, where.sendLater(where.resumption(person, turn, after).build()));
    }

    @Test
    void givesTheSameBytesAtTwoHundredPlacesOnTwoInstances() throws Exception {
        Random random = new Random(20);
        List<Gate> gates = new ArrayList<>();
        Script script = Script.empty();
        for (int part = 0; part < PARTS; part++) {
            for (int piece = 0; piece < PIECES; piece++) {
                script = script.text("片 " + part + "." + piece + " 😀\n\n");
            }
            gates.add(new Gate());
            script = script.pause(gates.getLast());
        }
        house.script("two hundred", script);

        var whole = house.first.sendLater(house.first
                .question(person, body(app, "two hundred", "turn_id", turn))
                .build());
        List<Resumed> resumed = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            gates.get(part).awaitReached(TurnHouse.PATIENCE);
            for (int i = 0; i < 20; i++) {
                resumed.add(resume(random.nextInt((part + 1) * PIECES), random));
            }
            gates.get(part).open();
        }
        Frames uncut = Frames.of(whole.get(60, TimeUnit.SECONDS).body());
        while (resumed.size() < 200) {
            resumed.add(resume(random.nextInt(uncut.size()), random));
        }

        assertThat(uncut.size()).isGreaterThan(PARTS * PIECES);
        for (Resumed each : resumed) {
            var answer = each.answer().get(60, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Frames.of(answer.body()).after(0)).isEqualTo(uncut.after(each.after()));
        }
    }

    @Test
    void believesTheHeaderBeforeTheQuery() throws Exception {
        Frames uncut = finished("who wins");
        String path = "/api/v1/chat/turns/" + turn + "/events?after=1";

        var query = house.first.send(house.first.request(path, person).build());
        var both = house.second.send(
                house.second.request(path, person).header("Last-Event-ID", "3").build());

        assertThat(query.body()).isEqualTo(uncut.after(1));
        assertThat(both.body()).isEqualTo(uncut.after(3));
    }

    private Frames finished(String words) throws Exception {
        return Frames.of(house.first
                .send(house.first
                        .question(person, body(app, words, "turn_id", turn))
                        .build())
                .body());
    }

    @Test
    void hasNothingForWhoHasEverything() throws Exception {
        Frames uncut = finished("all of it");

        assertThat(events(house.first, person, uncut.size()).statusCode()).isEqualTo(204);
        assertThat(events(house.second, person, uncut.size()).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> events(Instance where, Person who, int after) throws Exception {
        return where.send(where.resumption(who, turn, after).build());
    }

    @Test
    void hidesTurnsOfOthers() throws Exception {
        finished("private");
        Person stranger = house.person();

        assertThat(events(house.first, stranger, 0).statusCode()).isEqualTo(404);
        assertThat(house.first.state(stranger, turn).path("code").asText()).isEqualTo("not_found");
        assertThat(house.first.state(person, turn).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999"})
    void refusesNumberThatIsNone(String garbage) throws Exception {
        finished("garbage " + garbage);
        var answer = house.first.send(house.first
                .request("/api/v1/chat/turns/" + turn + "/events", person)
                .header("Last-Event-ID", garbage)
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void fillsSilenceWithCommentsThatAreNoEvents() throws Exception {
        Gate quiet = new Gate();
        house.script("silence", Script.answer("before ").pause(quiet).text("after"));
        try (EventStream stream = house.first.open(person, body(app, "silence", "turn_id", turn))) {
            stream.awaitComment();
            quiet.open();
            List<ReceivedEvent> events = stream.rest();
            assertThat(events.getLast().name()).isEqualTo("done");
            assertThat(events.getLast().id())
                    .isEqualTo(house.first
                            .state(person, turn)
                            .path("last_event_id")
                            .asText());
        }
    }

    @Test
    void lateReaderHoldsUpNeitherTheStoreNorOthers() throws Exception {
        Gate reading = new Gate();
        Script script = Script.answer("begin ").pause(reading);
        for (int i = 0; i < 60; i++) {
            script = script.text("x".repeat(64 * 1024));
        }
        house.script("flood", script);
        var whole = house.first.sendLater(house.first
                .question(person, body(app, "flood", "turn_id", turn))
                .build());
        reading.awaitReached(TurnHouse.PATIENCE);

        try (var here = new SlowReader(house.first.resumption(person, turn, 0).build());
                var there =
                        new SlowReader(house.second.resumption(person, turn, 0).build())) {
            reading.open();
            Frames uncut = Frames.of(whole.get(60, TimeUnit.SECONDS).body());

            assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.COMPLETED);
            assertThat(house.answer(person, turn).content()).hasSize("begin ".length() + 60 * 64 * 1024);
            assertThat(Frames.of(here.rest()).after(0)).isEqualTo(uncut.after(0));
            assertThat(Frames.of(there.rest()).after(0)).isEqualTo(uncut.after(0));
        }
    }
}
