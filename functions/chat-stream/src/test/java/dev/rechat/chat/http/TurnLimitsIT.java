package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits hold however many instances are asked at the same moment. */
class TurnLimitsIT {

    private static final int PER_USER = 2;
    private static final int PER_APP = 3;

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse(
                EngineVariant.CELERY,
                Map.of(
                        "rechat.turns.max-running-per-user", PER_USER,
                        "rechat.turns.max-running-per-app", PER_APP,
                        "rechat.turns.max-bytes", 20_000));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Gate gate = new Gate();

    /** Asks twelve questions at once, half of them here and half there, and lets no answer end before all are let in or not. */
    private void assertAdmitted(int limit, String words, IntFunction<Person> who, IntFunction<App> what)
            throws Exception {
        house.dify.always(
                GenerationRequest.containing(words), Script.answer("… ").pause(gate));
        List<CompletableFuture<HttpResponse<InputStream>>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instance where = i % 2 == 0 ? house.first : house.second;
            answers.add(where.openLater(
                    where.question(who.apply(i), body(what.apply(i), words)).build()));
        }
        int admitted = 0;
        for (var answer : answers) {
            var response = answer.get(30, TimeUnit.SECONDS);
            if (response.statusCode() == 200) {
                admitted++;
            } else {
                assertThat(response.statusCode()).isEqualTo(429);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("\"rate_limited\"");
            }
        }
        gate.open();
        house.dify.awaitIdle(TurnHouse.PATIENCE);
        assertThat(admitted).isEqualTo(limit);
        assertThat(house.asked(words)).isEqualTo(limit);
    }

    @Test
    void holdForOnePersonOnTwoInstances() throws Exception {
        Person person = house.person();
        assertAdmitted(PER_USER, "one person", i -> person, i -> house.app("chat"));
    }

    @Test
    void holdForOneAppOnTwoInstances() throws Exception {
        App app = house.app("chat");
        assertAdmitted(PER_APP, "one app", i -> house.person(), i -> app);
    }

    /** What the two that wait have counted before must not be what they go by. */
    @InProcess("more requests at once than there are instances")
    @Test
    void holdForThoseWhoHaveWaitedForOneAnother() throws Exception {
        App app = house.app("chat");
        try (Connection holder = house.connect();
                PreparedStatement hold = holder.prepareStatement("SELECT id FROM dify_apps WHERE id = ? FOR UPDATE")) {
            holder.setAutoCommit(false);
            hold.setString(1, app.id().toString());
            hold.executeQuery();
            var release = CompletableFuture.runAsync(() -> {
                house.mustWait(12);
                release(holder);
            });
            assertAdmitted(PER_APP, "all waited", i -> house.person(), i -> app);
            release.get(30, TimeUnit.SECONDS);
        }
    }

    private static void release(Connection holder) {
        try {
            holder.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void endedTurnsMakeRoom() throws Exception {
        Person person = house.person();
        App app = house.app("chat");
        for (int i = 0; i < 2 * PER_APP; i++) {
            try (EventStream stream = house.first.open(person, body(app, "one after the other"))) {
                assertThat(stream.rest().getLast().name()).isEqualTo("done");
            }
        }
    }

    @Test
    void answerThatIsTooLongIsCutOffAndItsBeginningKept() throws Exception {
        Person person = house.person();
        String turn = newId();
        house.script("endless", Faults.longAnswer(200_000));

        try (EventStream stream = house.first.open(person, body(house.app("chat"), "endless", "turn_id", turn))) {
            List<ReceivedEvent> events = stream.rest();
            assertThat(events.getLast().name()).isEqualTo("error");
            assertThat(events.getLast().text("code")).isEqualTo("dify_protocol_error");
            assertThat(house.turn(person, turn).status()).isEqualTo(TurnStatus.FAILED);
            assertThat(house.answer(person, turn).content())
                    .isEqualTo(ReceivedEvent.answer(events))
                    .hasSizeBetween(5_000, 30_000);
        }
        assertThat(house.dify.requests())
                .anyMatch(request ->
                        request.path().endsWith(house.turn(person, turn).difyTaskId() + "/stop"));
    }
}
