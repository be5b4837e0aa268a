package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Regenerating and editing keep everything, and say so where Dify's one line of conversation holds more than the branch. */
class TurnBranchIT {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

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

    /** A turn as its reader and the store know it. */
    private record Asked(ReceivedEvent turn, List<ReceivedEvent> events) {

        String conversation() {
            return turn.text("conversation_id");
        }

        String question() {
            return turn.text("user_message_id");
        }

        String answer() {
            return turn.text("assistant_message_id");
        }

        boolean told(String notice) {
            return events.stream()
                    .anyMatch(event ->
                            event.name().equals("notice") && event.text("code").equals(notice));
        }
    }

    private Asked ask(String message, String... more) throws Exception {
        return askRaw(body(app, message, more));
    }

    private Asked askRaw(String body) throws Exception {
        try (EventStream stream = house.second.open(person, body)) {
            List<ReceivedEvent> events = stream.rest();
            return new Asked(events.getFirst(), events);
        }
    }

    private Asked after(Asked place, String message, String parent) throws Exception {
        return ask(message, "conversation_id", place.conversation(), "parent_message_id", parent);
    }

    private Asked again(Asked asked) throws Exception {
        return askRaw(TurnHouse.json(Map.of(
                "app_id", app.id().toString(),
                "conversation_id", asked.conversation(),
                "parent_message_id", asked.question())));
    }

    private Message message(String id) {
        return house.message(person, MessageId.of(id));
    }

    private String thread(Asked asked) {
        return String.valueOf(house.turn(person, asked.turn().text("turn_id")).difyConversationId());
    }

    @Test
    void regeneratingGivesAnotherAnswerToTheSameQuestion() throws Exception {
        Asked one = ask("one");
        Asked two = ask("two", "conversation_id", one.conversation());

        Asked other = again(two);

        assertThat(two.told("linear_context")).isFalse();
        assertThat(other.question()).isEqualTo(two.question());
        assertThat(other.answer()).isNotEqualTo(two.answer());
        assertThat(message(other.answer()).parentId()).isEqualTo(MessageId.of(two.question()));
        assertThat(message(other.answer()).content()).contains("two");
        assertThat(message(two.answer()).status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(other.told("linear_context")).isTrue();
        assertThat(thread(other)).isEqualTo(thread(one));
    }

    @Test
    void editingGivesAnotherQuestionAfterTheSameAnswer() throws Exception {
        Asked one = ask("one");
        Asked two = ask("two", "conversation_id", one.conversation());

        Asked edited = after(one, "two, but better", one.answer());

        assertThat(edited.question()).isNotEqualTo(two.question());
        assertThat(message(edited.question()).parentId()).isEqualTo(MessageId.of(one.answer()));
        assertThat(message(two.question()).parentId()).isEqualTo(MessageId.of(one.answer()));
        assertThat(message(two.question()).content()).isEqualTo("two");
        assertThat(edited.told("linear_context")).isTrue();
    }

    @Test
    void theBeginningIsAskedInNewThreadThatHoldsNothingElse() throws Exception {
        Asked one = ask("one");

        Asked anew = after(one, "one, but better", NIL);
        Asked regenerated = again(one);
        Asked next = after(one, "more", anew.answer());
        Asked back = after(one, "back", one.answer());

        assertThat(anew.conversation()).isEqualTo(one.conversation());
        assertThat(message(anew.question()).parentId()).isNull();
        assertThat(List.of(thread(one), thread(anew), thread(regenerated))).doesNotHaveDuplicates();
        assertThat(thread(next)).isEqualTo(thread(anew));
        assertThat(thread(back)).isEqualTo(thread(one));
        assertThat(List.of(anew, regenerated, next, back)).noneMatch(asked -> asked.told("linear_context"));
    }

    @Test
    void whatComesAfterBranchThatSeesMoreSeesMoreToo() throws Exception {
        Asked one = ask("one");
        ask("two", "conversation_id", one.conversation());
        Asked edited = after(one, "two, but better", one.answer());

        Asked next = ask("three", "conversation_id", one.conversation());

        assertThat(message(next.question()).parentId()).isEqualTo(MessageId.of(edited.answer()));
        assertThat(next.told("linear_context")).isTrue();
    }

    @Test
    void saysNothingOfQuestionThatNeverReachedDify() throws Exception {
        Asked one = ask("one");
        house.script("never arrives", Faults.badGateway());
        String refused = newId();
        assertThat(refused(body(app, "never arrives", "conversation_id", one.conversation(), "turn_id", refused))
                        .statusCode())
                .isEqualTo(503);
        String question = house.turn(person, refused).userMessageId().toString();

        Asked edited = after(one, "arrives", one.answer());

        assertThat(message(question).content()).isEqualTo("never arrives");
        assertThat(edited.told("linear_context")).isFalse();
        assertThat(thread(edited)).isEqualTo(thread(one));
    }

    private HttpResponse<String> refused(String body) throws Exception {
        return house.first.send(house.first.question(person, body).build());
    }

    private void assertRefused(String body, String field) throws Exception {
        var answer = refused(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"validation_failed\"", "\"" + field + "\"");
    }

    @Test
    void refusesOtherWordsForQuestionThatIsAskedAgain() throws Exception {
        Asked one = ask("one");

        assertRefused(
                body(app, "other", "conversation_id", one.conversation(), "parent_message_id", one.question()),
                "message");
    }

    @Test
    void refusesParentThatIsNotInTheConversation() throws Exception {
        Asked one = ask("one");
        Asked elsewhere = ask("elsewhere");
        Person other = house.person();
        String foreign;
        try (EventStream stream = house.first.open(other, body(app, "foreign"))) {
            foreign = stream.rest().getFirst().text("assistant_message_id");
        }

        for (String parent : List.of(newId(), elsewhere.answer(), foreign)) {
            assertRefused(
                    body(app, "hi", "conversation_id", one.conversation(), "parent_message_id", parent),
                    "parent_message_id");
        }
        assertRefused(body(app, "hi", "parent_message_id", one.answer()), "parent_message_id");
    }

    @Test
    void namesTheTurnThatIsRunning() throws Exception {
        Gate gate = new Gate();
        house.script("running", Script.answer("… ").pause(gate));
        String running = newId();
        try (EventStream stream = house.second.open(person, body(app, "running", "turn_id", running))) {
            String conversation = stream.awaitNamed("turn").text("conversation_id");

            var second = refused(body(app, "impatient", "conversation_id", conversation));

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("\"turn_running\"", "\"turn_id\":\"" + running + "\"");
            gate.open();
            stream.rest();
        }
    }
}
