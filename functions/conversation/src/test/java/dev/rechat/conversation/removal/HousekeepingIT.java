package dev.rechat.conversation.removal;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.SettableClock;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.testing.api.ApiClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingIT {

    /** What other tests have begun. */
    @BeforeEach
    void letTheHouseComeToRest() {
        ConversationServer.settle();
    }

    /** Later than any other test has looked. */
    @Test
    void removesWhatIsDueBesideARequestAndNotWithEveryOne() {
        UserId owner = ConversationServer.person();
        ApiClient api = ConversationServer.withKey(owner, "read");
        Conversation due = conversation(owner, true, NOON);

        bean(SettableClock.class).later(Duration.ofDays(500), () -> {
            ConversationServer.anonymous().get("/api/v1/conversations");
            ConversationServer.settle();
            assertThat(isThere(due)).as("nobody looked who may").isTrue();

            api.get("/api/v1/conversations");
            ConversationServer.settle();
            assertThat(isThere(due)).isFalse();

            Conversation next = conversation(owner, true, NOON);
            api.get("/api/v1/conversations");
            ConversationServer.settle();
            assertThat(isThere(next)).as("it was looked a moment ago").isTrue();
        });
    }

    @Test
    void removesWhatWasInTheTrashWhenThatIsEmptied() {
        UserId owner = ConversationServer.person();
        ApiClient api = ConversationServer.as(owner);
        Conversation kept = conversation(owner, false, null);
        for (int i = 0; i < 120; i++) {
            Conversation unwanted = conversation(owner, false, null);
            assertThat(api.delete("/api/v1/conversations/" + unwanted.id()).status())
                    .isEqualTo(204);
        }

        assertThat(api.delete("/api/v1/conversations/trash")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(120);
        ConversationServer.settle();

        assertThat(bean(ConversationRepository.class).listByIdAfter(owner, "", 100))
                .containsExactly(kept);
    }

    private static Conversation conversation(UserId owner, boolean temporary, @Nullable Instant purgeAt) {
        return bean(ConversationRepository.class)
                .save(new Conversation(
                        ids().nextConversationId(),
                        owner,
                        ids().nextAppId(),
                        null,
                        "Greetings",
                        false,
                        false,
                        temporary,
                        null,
                        null,
                        purgeAt,
                        NOON,
                        NOON));
    }

    private static boolean isThere(Conversation conversation) {
        return bean(ConversationRepository.class).listByIdAfter(conversation.userId(), "", 100).stream()
                .anyMatch(each -> each.id().equals(conversation.id()));
    }
}
