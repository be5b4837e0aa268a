package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.TrashRepository;
import dev.rechat.testing.dify.DemoApps;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conversations that are begun for a day, and those whose time is over or that lie in the trash. */
class TemporaryConversationIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);

    @Test
    void lastADayFromTheirLatestTurn() throws Exception {
        String id = begin(",\"temporary\":true");
        Conversation begun = stored(id);
        assertThat(begun.temporary()).isTrue();
        assertThat(begun.purgeAt()).isEqualTo(begun.updatedAt().plus(Duration.ofDays(1)));

        house.ask(person, question(",\"conversation_id\":\"" + id + "\""));

        Conversation continued = stored(id);
        assertThat(continued.temporary()).isTrue();
        assertThat(continued.updatedAt()).isAfter(begun.updatedAt());
        assertThat(continued.purgeAt()).isEqualTo(continued.updatedAt().plus(Duration.ofDays(1)));
    }

    @Test
    void areBegunOnlyWhereThatIsSaid() throws Exception {
        for (String said : List.of("", ",\"temporary\":false", ",\"temporary\":null")) {
            Conversation kept = stored(begin(said));

            assertThat(kept.temporary()).isFalse();
            assertThat(kept.purgeAt()).isNull();
        }
    }

    @Test
    void areNotMadeOfThoseThereAre() throws Exception {
        String id = begin("");

        HttpResponse<String> refused =
                house.send(person, question(",\"temporary\":true,\"conversation_id\":\"" + id + "\""));
        HttpResponse<String> unclear = house.send(person, question(",\"temporary\":\"yes\""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"temporary\"", "\"code\":\"invalid\"");
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(stored(id).temporary()).isFalse();
    }

    @Test
    void areOtherQuestionsThanThoseThatAreKept() throws Exception {
        String named = ",\"turn_id\":\"" + TurnHouse.newId() + "\"";
        begin(named + ",\"temporary\":true");

        assertThat(house.send(person, question(named)).body()).contains("turn_conflict");
        assertThat(begin(named + ",\"temporary\":true")).isNotEmpty();
    }

    @Test
    void areNotContinuedWhenTheirTimeIsOver() throws Exception {
        String id = begin(",\"temporary\":true");
        house.sql("UPDATE conversations SET purge_at = '2026-01-01 00:00:00' WHERE id = ?", id);

        refusesToGoOn(id);
    }

    @Test
    void areNotContinuedInTheTrash() throws Exception {
        String id = begin("");
        discard(id);

        refusesToGoOn(id);
    }

    @Test
    void areNotContinuedInTheTrashByAFormEither() throws Exception {
        App approval = house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        List<ReceivedEvent> paused =
                house.ask(person, "{\"app_id\":\"%s\",\"message\":\"May I go home?\"}".formatted(approval.id()));
        ReceivedEvent form = ReceivedEvent.named("form", paused).getFirst();
        String path = "/api/v1/chat/turns/" + paused.getFirst().text("turn_id") + "/forms/" + form.text("form_id");
        String filled = "{\"action\":\"approve\",\"inputs\":{}}";
        ConversationId id = ConversationId.of(paused.getFirst().text("conversation_id"));
        discard(id.toString());

        assertThat(house.send(house.posting(path, person, filled)).statusCode()).isEqualTo(404);

        house.bean(TrashRepository.class).restore(id, person.id(), now());
        assertThat(house.send(house.posting(path, person, filled)).statusCode()).isEqualTo(200);
    }

    @Test
    void areNotReadThroughTheirTurnsInTheTrash() throws Exception {
        ReceivedEvent begun = house.ask(person, question("")).getFirst();
        String turn = "/api/v1/chat/turns/" + begun.text("turn_id");
        String answer = "/api/v1/chat/messages/" + begun.text("assistant_message_id");
        List<String> paths = List.of(turn, turn + "/events", answer + "/suggestions");
        for (String path : paths) {
            assertThat(status(path)).as(path).isNotEqualTo(404);
        }

        discard(begun.text("conversation_id"));

        for (String path : paths) {
            assertThat(status(path)).as(path).isEqualTo(404);
        }
    }

    private int status(String path) throws Exception {
        return house.send(house.request(path, person).GET().build()).statusCode();
    }

    private void refusesToGoOn(String id) throws Exception {
        HttpResponse<String> answer = house.send(person, question(",\"conversation_id\":\"" + id + "\""));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("not_found");
    }

    private void discard(String id) {
        Instant now = now();
        assertThat(house.bean(TrashRepository.class)
                        .discard(ConversationId.of(id), person.id(), now, now.plus(Conversation.TRASH_LIFE)))
                .isEqualTo(1);
    }

    private static Instant now() {
        return house.bean(Clock.class).instant();
    }

    private String begin(String more) throws Exception {
        return house.ask(person, question(more)).getFirst().text("conversation_id");
    }

    private Conversation stored(String id) {
        return house.bean(ConversationRepository.class)
                .findOwned(ConversationId.of(id), person.id())
                .orElseThrow();
    }

    private String question(String more) {
        return "{\"app_id\":\"%s\",\"message\":\"Hi\"%s}".formatted(app.id(), more);
    }
}
