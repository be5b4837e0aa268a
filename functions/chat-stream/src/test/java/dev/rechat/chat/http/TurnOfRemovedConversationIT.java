package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.conversations.removal.DifyDeletions;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.RecordedRequest;
import dev.rechat.testing.dify.Script;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation is removed for good while it is being answered: its thread at Dify goes all the same. */
class TurnOfRemovedConversationIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

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
    void nothingIsLeftToDelete() throws Exception {
        try (var connection = house.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM dify_deletions");
        }
    }

    @Test
    void hasDifyStopAndDeleteTheThread() throws Exception {
        Person person = house.person();
        App app = house.app("chat");
        house.script("removed", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(app, "removed", "turn_id", turn))) {
            stream.awaitNamed("delta");
            TurnHouse.until(() -> house.turn(person, turn).difyTaskId() != null);
            String task = String.valueOf(house.turn(person, turn).difyTaskId());
            String thread = String.valueOf(house.turn(person, turn).difyConversationId());

            assertThat(remove(person)).isTrue();

            assertThat(stream.rest()).extracting(ReceivedEvent::name).doesNotContain("done");
            house.dify.awaitRequest(stops(task), TurnHouse.PATIENCE);
            awaitDeleted(thread);
        }
    }

    @Test
    void hasAThreadDeletedThatNobodyKnewOfBefore() throws Exception {
        Person person = house.person();
        App app = house.app("chat");
        Gate gate = new Gate();
        house.script("unnamed", Script.empty().ping().pause(gate).text("said ").pause(new Gate()));
        try (EventStream stream = house.first.open(person, body(app, "unnamed", "turn_id", turn))) {
            stream.awaitNamed("turn");
            assertThat(remove(person)).isTrue();
            assertThat(noted()).as("what could be known").isZero();

            gate.open();

            TurnHouse.until(() -> noted() == 1);
            assertThat(house.first.bean(DifyDeletions.class).workOff(10)).isEqualTo(1);
            assertThat(house.dify.requests().getLast().method()).isEqualTo("DELETE");
            assertThat(stream.rest()).extracting(ReceivedEvent::name).doesNotContain("done");
        }
        house.dify.awaitIdle(TurnHouse.PATIENCE);
    }

    @Test
    void notesNothingWhereTheConversationIsStillThere() throws Exception {
        Person person = house.person();
        App app = house.app("chat");
        house.script("taken", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream = house.first.open(person, body(app, "taken", "turn_id", turn))) {
            stream.awaitNamed("delta");
            TurnHouse.until(() -> house.turn(person, turn).difyTaskId() != null);

            house.giveAway(turn);
            house.second.stop(person, turn);
            stream.rest();
        }
        house.awaitEnd(person, turn);
        assertThat(noted()).isZero();
    }

    private boolean remove(Person person) {
        ConversationId conversation = house.turn(person, turn).conversationId();
        return house.second.bean(Removals.class).removeOwned(conversation, person.id());
    }

    private static long noted() {
        return house.first.bean(DifyDeletionRepository.class).countAll().waiting();
    }

    /** By whoever comes by. */
    private static void awaitDeleted(String thread) throws Exception {
        house.second.bean(Afterwards.class).settle(TurnHouse.PATIENCE);
        TurnHouse.until(() -> {
            house.first.bean(DifyDeletions.class).workOff(10);
            return noted() == 0;
        });
        List<RecordedRequest> deletions = house.dify.requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .toList();
        assertThat(deletions).anyMatch(request -> request.path().endsWith("/conversations/" + thread));
    }

    private static Predicate<RecordedRequest> stops(String task) {
        return request -> request.path().endsWith(task + "/stop");
    }
}
