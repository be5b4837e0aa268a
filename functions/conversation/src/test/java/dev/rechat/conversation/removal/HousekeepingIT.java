package dev.rechat.conversation.removal;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HousekeepingIT {

    @Test
    void removesWhatIsDueBesideARequestAndNotWithEveryOne() {
        UserId owner = ConversationServer.person();
        Conversation due = due(owner);

        ConversationServer.anonymous().get("/api/v1/conversations");
        settle();
        assertThat(isThere(due)).as("nobody looked who may").isTrue();

        ConversationServer.as(owner).get("/api/v1/conversations");
        settle();
        assertThat(isThere(due)).isFalse();

        Conversation next = due(owner);
        ConversationServer.as(owner).get("/api/v1/conversations");
        settle();
        assertThat(isThere(next)).as("it was looked a moment ago").isTrue();
    }

    private static Conversation due(UserId owner) {
        return bean(ConversationRepository.class)
                .save(new Conversation(
                        ids().nextConversationId(),
                        owner,
                        ids().nextAppId(),
                        null,
                        "Greetings",
                        false,
                        false,
                        true,
                        null,
                        null,
                        NOON,
                        NOON,
                        NOON));
    }

    private static boolean isThere(Conversation conversation) {
        return bean(ConversationRepository.class)
                .findOwned(conversation.id(), conversation.userId())
                .isPresent();
    }

    private static void settle() {
        assertThat(bean(Afterwards.class).settle(Duration.ofSeconds(30))).isTrue();
    }
}
