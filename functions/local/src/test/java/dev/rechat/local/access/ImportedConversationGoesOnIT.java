package dev.rechat.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What was imported is a conversation like any other: it can be asked on, changed and answered again. */
final class ImportedConversationGoesOnIT {

    private final AccessHouse house = AccessHouse.shared();
    private final Person user = house.people().the(Identity.USER);
    private final String app =
            SampleApp.create(house, house.people().the(Identity.ADMIN), user).id();

    @Test
    void beginsAThreadAtDifyAndSaysSo() {
        String conversation = imported();

        String first = ask("\"message\":\"And then?\",\"conversation_id\":\"%s\"".formatted(conversation));
        String second = ask("\"message\":\"And after that?\",\"conversation_id\":\"%s\"".formatted(conversation));

        assertThat(first).contains("event: notice", "\"context_reset\"", "was imported", "event: done");
        assertThat(second).contains("event: done").doesNotContain("event: notice");
        JsonNode messages = messages(conversation);
        assertThat(messages).hasSize(6);
        assertThat(messages.path(2).path("parent_id").asText())
                .isEqualTo(messages.path(1).path("id").asText());
    }

    @Test
    void answersAnImportedQuestionAgain() {
        String conversation = imported();
        String question = messages(conversation).path(0).path("id").asText();

        String again = ask("\"conversation_id\":\"%s\",\"parent_message_id\":\"%s\"".formatted(conversation, question));

        assertThat(again).contains("event: done");
        assertThat(messages(conversation)).hasSize(3);
    }

    @Test
    void tellsWhatIsKeptOfAnImportedTurn() {
        String turn = messages(imported()).path(1).path("turn_id").asText();

        HttpResponse<String> events =
                house.send(user.token(), "GET", "/api/v1/chat/turns/" + turn + "/events", null, false);

        assertThat(events.body()).contains("Nothing yet", "event: done");
    }

    private String imported() {
        String chat = """
                [{"title":"From elsewhere","chat":{"history":{"currentId":"a","messages":{
                "q":{"id":"q","parentId":null,"childrenIds":["a"],"role":"user","content":"What happened? %s","timestamp":1700000000},
                "a":{"id":"a","parentId":"q","childrenIds":[],"role":"assistant","content":"Nothing yet","timestamp":1700000001}}}}}]
                """.formatted(System.nanoTime());
        return house.must(user.token(), "POST", "/api/v1/conversations/import?app_id=" + app, chat, false)
                .path("conversations")
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode messages(String conversation) {
        return AccessHouse.json(house.send(
                                user.token(), "GET", "/api/v1/conversations/" + conversation + "/messages", null, false)
                        .body())
                .path("data");
    }

    private String ask(String fields) {
        HttpResponse<String> answer = house.send(
                user.token(), "POST", "/api/v1/chat/stream", "{\"app_id\":\"" + app + "\"," + fields + "}", false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
