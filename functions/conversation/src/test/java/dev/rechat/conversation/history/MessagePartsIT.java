package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.FormState;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import dev.rechat.persistence.turn.TurnFormRepository;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was told beside an answer comes back with it. */
class MessagePartsIT {

    private static final String THOUGHT = "{\"type\":\"thought\",\"id\":\"t\",\"position\":1,\"text\":\"我想想 😀\"}";

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final Conversation conversation = Threads.of(owner);
    private final Message question = Threads.question(conversation, "May I?");
    private final Message answer = Threads.answer(question, conversation, TurnStatus.COMPLETED, null);

    private void keep(String details) {
        bean(MessageRepository.class).finish(answer.id(), owner, "Hi.", TurnStatus.COMPLETED, null, details);
    }

    private JsonNode shown() {
        return ada.get("/api/v1/conversations/" + conversation.id() + "/messages")
                .json()
                .path("data");
    }

    private JsonNode form() {
        return shown().get(1).path("parts").get(0);
    }

    private void waitsFor(@Nullable FormState state, @Nullable Instant expiresAt) {
        TurnId turn = ids().nextTurnId();
        bean(TurnRepository.class)
                .save(new Turn(
                        turn,
                        owner,
                        conversation.id(),
                        conversation.appId(),
                        question.id(),
                        answer.id(),
                        TurnStatus.PAUSED,
                        null,
                        NOON,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        NOON,
                        NOON));
        if (state != null) {
            bean(TurnFormRepository.class)
                    .save(new TurnForm(turn, "f", owner, "secret-token", "{}", state, expiresAt, NOON));
        }
        keep("[{\"type\":\"form\",\"form_id\":\"f\",\"title\":\"审批\",\"state\":\"open\",\"turn_id\":\"" + turn
                + "\"}]");
    }

    @Test
    void showsThemInTheirOrder() {
        keep("[" + THOUGHT + ",{\"type\":\"node\",\"id\":\"n\",\"node_type\":\"llm\",\"outputs\":{\"文\":[1]}}]");

        assertThat(shown().get(1).path("parts").toString())
                .isEqualTo("[" + THOUGHT
                        + ",{\"type\":\"node\",\"id\":\"n\",\"node_type\":\"llm\",\"outputs\":{\"文\":[1]}}]");
        assertThat(shown().get(0).has("parts")).isFalse();
    }

    @Test
    void leavesThemOutWhereThereAreNone() {
        assertThat(shown().get(1).has("parts")).isFalse();
    }

    @Test
    void tellsThatAFormIsOpen() {
        waitsFor(FormState.OPEN, Instant.now().plus(Duration.ofHours(1)));

        assertThat(form().path("state").asText()).isEqualTo("open");
        assertThat(form().path("title").asText()).isEqualTo("审批");
        assertThat(form().toString()).doesNotContain("secret-token");
    }

    @Test
    void tellsThatAFormWasFilledInSince() {
        waitsFor(FormState.SUBMITTED, Instant.now().plus(Duration.ofHours(1)));

        assertThat(form().path("state").asText()).isEqualTo("submitted");
    }

    @Test
    void tellsThatAFormHasExpiredWhichNobodyWasTold() {
        waitsFor(FormState.OPEN, Instant.now().minus(Duration.ofHours(1)));

        assertThat(form().path("state").asText()).isEqualTo("expired");
    }

    @Test
    void tellsThatAFormNobodyCanFillInIsOver() {
        waitsFor(null, null);

        assertThat(form().path("state").asText()).isEqualTo("expired");
    }
}
