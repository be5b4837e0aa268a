package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.feedback.Rating;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageListIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final Conversation conversation = Threads.of(owner);
    private final String messages = "/api/v1/conversations/" + conversation.id() + "/messages";

    @Test
    void showsQuestionAndAnswer() {
        Message question = Threads.question(conversation, "你好 😀\n\u0000");
        Message answer = Threads.answer(
                question, conversation, TurnStatus.STOP_UNCONFIRMED, "{\"total_tokens\":3,\"total_price\":\"0.01\"}");

        var page = ada.get(messages);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("data").get(0).toString())
                .isEqualTo("{\"id\":\"" + question.id() + "\",\"conversation_id\":\"" + conversation.id()
                        + "\",\"role\":\"user\",\"content\":\"你好 😀\\n\\u0000\",\"siblings\":[\"" + question.id()
                        + "\"],\"turn_id\":\"" + question.turnId()
                        + "\",\"status\":\"completed\",\"created_at\":\"2026-03-01T12:00:00.000Z\",\"files\":[]}");
        assertThat(page.json().path("data").get(1).toString())
                .isEqualTo("{\"id\":\"" + answer.id() + "\",\"conversation_id\":\"" + conversation.id()
                        + "\",\"role\":\"assistant\",\"content\":\"Hi.\",\"parent_id\":\"" + question.id()
                        + "\",\"siblings\":[\"" + answer.id() + "\"],\"turn_id\":\"" + question.turnId()
                        + "\",\"status\":\"stop_unconfirmed\",\"created_at\":\"2026-03-01T12:00:00.000Z\",\"files\":[],"
                        + "\"usage\":{\"total_tokens\":3,\"total_price\":\"0.01\"}}");
        assertThat(page.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void showsFilesAndFeedbackBesideTheirMessages() {
        Message question = Threads.question(conversation, "look at these");
        Message answer = Threads.answer(question, conversation, TurnStatus.COMPLETED, null);
        Threads.question(conversation, "nothing here");
        StoredFile one = Threads.file(question, "猫.png", 3L);
        StoredFile two = Threads.file(question, "b.png", null);
        Threads.rate(answer, Rating.DISLIKE, "太长");

        JsonNode page = ada.get(messages).json().path("data");

        assertThat(page.get(0).path("files").toString())
                .isEqualTo("[{\"id\":\"" + one.id() + "\",\"name\":\"猫.png\",\"type\":\"image\",\"size\":3,"
                        + "\"media_type\":\"image/png\",\"url\":\"/api/v1/chat/files/" + one.id() + "\"},"
                        + "{\"id\":\"" + two.id() + "\",\"name\":\"b.png\",\"type\":\"image\","
                        + "\"media_type\":\"image/png\",\"url\":\"/api/v1/chat/files/" + two.id() + "\"}]");
        assertThat(page.get(0).has("feedback")).isFalse();
        assertThat(page.get(1).path("files")).isEmpty();
        assertThat(page.get(1).path("feedback").toString()).isEqualTo("{\"rating\":\"dislike\",\"reason\":\"太长\"}");
        assertThat(page.get(2).path("files")).isEmpty();
    }

    @Test
    void goesBackFromTheNewestAndForthFromTheOldest() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            said.add("message " + i);
            Threads.question(conversation, "message " + i);
        }

        JsonNode newest = ada.get(messages + "?limit=3").json();
        JsonNode middle = ada.get(messages + "?limit=3&before=" + next(newest)).json();
        JsonNode oldest = ada.get(messages + "?limit=3&before=" + next(middle)).json();
        JsonNode forth = ada.get(messages + "?limit=4&after=" + idOf(oldest, 0)).json();
        JsonNode end = ada.get(messages + "?limit=4&after=" + next(forth)).json();

        assertThat(contents(newest)).isEqualTo(said.subList(5, 8));
        assertThat(contents(middle)).isEqualTo(said.subList(2, 5));
        assertThat(contents(oldest)).isEqualTo(said.subList(0, 2));
        assertThat(contents(forth)).isEqualTo(said.subList(1, 5));
        assertThat(contents(end)).isEqualTo(said.subList(5, 8));
        assertThat(next(oldest)).isEqualTo("null");
        assertThat(next(end)).isEqualTo("null");
    }

    @Test
    void takesABoundOfAnotherConversationAsAPlaceOnly() {
        Threads.question(conversation, "mine");
        Message theirs = Threads.question(Threads.of(ConversationServer.person()), "theirs");

        var page = ada.get(messages + "?before=" + theirs.id()).json();

        assertThat(contents(page)).containsExactly("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=x", "after=1-1-1-1-1", "limit=0", "limit=101"})
    void refusesAPageThatCannotBe(String query) {
        var answer = ada.get(messages + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).startsWith(query.substring(0, query.indexOf('=')) + ":");
    }

    @Test
    void refusesBothBounds() {
        String id = Threads.question(conversation, "one").id().toString();

        var answer = ada.get(messages + "?before=" + id + "&after=" + id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).isEqualTo("after:invalid");
    }

    @Test
    void tellsOfTheOtherVersionsOfAMessage() {
        Message question = Threads.question(conversation, "one");
        Message first = Threads.answer(question, conversation, TurnStatus.COMPLETED, null);
        Message second = Threads.answer(question, conversation, TurnStatus.COMPLETED, null);
        Message otherQuestion = Threads.question(conversation, "another beginning");
        Message itsAnswer = Threads.answer(otherQuestion, conversation, TurnStatus.COMPLETED, null);
        Threads.question(Threads.of(owner), "of another conversation");

        JsonNode all = ada.get(messages).json().path("data");
        JsonNode last = ada.get(messages + "?limit=1").json().path("data");

        String beginnings = "[\"" + question.id() + "\",\"" + otherQuestion.id() + "\"]";
        String answers = "[\"" + first.id() + "\",\"" + second.id() + "\"]";
        assertThat(all)
                .extracting(message -> message.path("siblings").toString())
                .containsExactly(beginnings, answers, answers, beginnings, "[\"" + itsAnswer.id() + "\"]");
        assertThat(last.get(0).path("siblings").toString()).isEqualTo("[\"" + itsAnswer.id() + "\"]");
    }

    private static List<String> contents(JsonNode page) {
        List<String> contents = new ArrayList<>();
        page.path("data")
                .forEach(message -> contents.add(message.path("content").asText()));
        return contents;
    }

    private static String next(JsonNode page) {
        return page.path("next_cursor").asText();
    }

    private static String idOf(JsonNode page, int index) {
        return page.path("data").get(index).path("id").asText();
    }
}
