package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A chatflow that asks a person before it answers. */
class FormIT {

    private static final String APPROVED = "{\"action\":\"approve\",\"inputs\":{\"remark\":\"looks fine\"}}";

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
    private final App app = house.app("advanced-chat", DemoApps.APPROVAL_KEY);

    private List<ReceivedEvent> askUntilPause() throws Exception {
        return house.ask(person, "{\"app_id\":\"%s\",\"message\":\"May I go home?\"}".formatted(app.id()));
    }

    private static String path(List<ReceivedEvent> paused) {
        ReceivedEvent form = ReceivedEvent.named("form", paused).getFirst();
        return "/api/v1/chat/turns/" + paused.getFirst().text("turn_id") + "/forms/" + form.text("form_id");
    }

    private List<ReceivedEvent> submit(List<ReceivedEvent> paused, String body) throws Exception {
        try (EventStream stream = house.open(house.posting(path(paused), person, body))) {
            return stream.rest();
        }
    }

    private HttpResponse<String> refused(List<ReceivedEvent> paused, Person who, String body) throws Exception {
        return house.send(house.posting(path(paused), who, body));
    }

    private Message answer(List<ReceivedEvent> events) {
        return house.bean(MessageRepository.class)
                .listLast(ConversationId.of(events.getFirst().text("conversation_id")), person.id(), 2)
                .getFirst();
    }

    @Test
    void pausesWithAFormThatTellsNoToken() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();

        assertThat(paused).allSatisfy(ReceivedEvent::requireValid);
        ReceivedEvent form = ReceivedEvent.named("form", paused).getFirst();
        assertThat(form.text("state")).isEqualTo("open");
        assertThat(form.json().path("actions")).hasSize(2);
        assertThat(form.data()).doesNotContain("token");
        assertThat(paused.getLast().text("status")).isEqualTo("paused");
        assertThat(answer(paused).status()).isEqualTo(TurnStatus.PAUSED);
    }

    @Test
    void goesOnWithTheSameAnswerOnceFilledIn() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();
        List<ReceivedEvent> rest = submit(paused, APPROVED);

        ReceivedEvent turn = rest.getFirst();
        assertThat(turn.text("turn_id")).isNotEqualTo(paused.getFirst().text("turn_id"));
        assertThat(turn.text("assistant_message_id"))
                .isEqualTo(paused.getFirst().text("assistant_message_id"));
        assertThat(ReceivedEvent.named("form", rest).getFirst().text("state")).isEqualTo("submitted");
        assertThat(rest.getLast().text("status")).isEqualTo("completed");
        Message answer = answer(paused);
        assertThat(answer.status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(answer.content()).isNotEmpty().isEqualTo(ReceivedEvent.answer(rest));
        assertThat(answer.turnId().toString()).isEqualTo(turn.text("turn_id"));
    }

    @Test
    void takesAFormOnce() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();
        submit(paused, APPROVED);

        HttpResponse<String> again = refused(paused, person, APPROVED);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("\"form_closed\"");
    }

    @Test
    void givesTheSameTurnForTheSameTurnId() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();
        String named = APPROVED.replace("{\"action", "{\"turn_id\":\"0192e4a0-0000-7000-8000-0000000000f1\",\"action");

        List<ReceivedEvent> first = submit(paused, named);

        assertThat(submit(paused, named)).isEqualTo(first);
        assertThat(refused(paused, person, named.replace("fine", "bad")).body()).contains("\"turn_conflict\"");
    }

    @Test
    void staysOpenWhenFilledInWrongly() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();

        HttpResponse<String> unknown = refused(paused, person, APPROVED.replace("approve", "dance"));
        HttpResponse<String> noAction = refused(paused, person, "{\"inputs\":{}}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"field\":\"action\"");
        assertThat(noAction.statusCode()).isEqualTo(400);
        assertThat(submit(paused, APPROVED).getLast().text("status")).isEqualTo("completed");
    }

    @Test
    void isNobodyElsesToFillIn() throws Exception {
        List<ReceivedEvent> paused = askUntilPause();

        assertThat(refused(paused, house.person(Role.USER), APPROVED).statusCode())
                .isEqualTo(404);
        assertThat(submit(paused, APPROVED).getLast().text("status")).isEqualTo("completed");
    }
}
