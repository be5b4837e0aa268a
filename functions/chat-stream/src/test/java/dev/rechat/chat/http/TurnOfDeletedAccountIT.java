package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.account.AccountDeletionRepository;
import dev.rechat.persistence.removal.RemovalRepository;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Somebody deletes their account while an answer is made for them. */
class TurnOfDeletedAccountIT {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String turn = newId();

    @BeforeAll
    static void open() {
        house = new TurnHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ROOT.detachAppender(log);
    }

    @Test
    void stopsTheTurnAtDifyBeforeItsRowsGo() throws Exception {
        Person person = house.person();
        house.script("farewell", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(house.app("chat"), "farewell", "turn_id", turn))) {
            stream.awaitNamed("delta");
            String task = taskOf(person);

            assertThat(deletion().stopTurns(person.id(), Instant.now())).isEqualTo(1);

            assertThat(house.awaitEnd(person, turn).status()).isEqualTo(TurnStatus.STOPPED);
            delete(person);
            stream.rest();
            assertThat(house.dify.requests()).anyMatch(request -> request.path().endsWith(task + "/stop"));
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void endsTheStreamAndTheTurnWhenTheirRowsAreGoneAlready() throws Exception {
        Person person = house.person();
        Gate gate = new Gate();
        house.script("vanish", Script.answer("said ").pause(gate).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(house.app("chat"), "vanish", "turn_id", turn));
                EventStream other = house.second.resume(person, turn, 0)) {
            stream.awaitNamed("delta");
            other.awaitNamed("delta");

            delete(person);

            assertThat(names(stream)).doesNotContain("done");
            assertThat(names(other)).doesNotContain("done");
            gate.open();
        }
        assertThat(house.first.bean(TurnRepository.class).findOwned(TurnId.of(turn), person.id()))
                .isEmpty();
        assertThat(errors()).isEmpty();
    }

    private String taskOf(Person person) throws Exception {
        TurnHouse.until(() -> house.turn(person, turn).difyTaskId() != null);
        return String.valueOf(house.turn(person, turn).difyTaskId());
    }

    private static AccountDeletionRepository deletion() {
        return house.first.bean(AccountDeletionRepository.class);
    }

    private static void delete(Person person) {
        assertThat(deletion().close(person.id(), Instant.now())).isEqualTo(1);
        RemovalRepository conversations = house.first.bean(RemovalRepository.class);
        assertThat(conversations.delete(conversations.holdSome(person.id(), 50), person.id()))
                .isEqualTo(1);
        assertThat(deletion().deleteAccount(person.id())).isEqualTo(1);
    }

    private static List<String> names(EventStream stream) throws Exception {
        return stream.rest().stream().map(ReceivedEvent::name).toList();
    }

    private List<String> errors() {
        return log.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
