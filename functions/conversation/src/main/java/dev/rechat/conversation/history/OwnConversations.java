package dev.rechat.conversation.history;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Finds what is a person's own and still there. */
@Singleton
public final class OwnConversations {

    private final ConversationRepository conversations;
    private final Clock clock;

    OwnConversations(ConversationRepository conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * A conversation outside the trash whose time is not over.
     *
     * @throws NotFoundException also when it is somebody else's
     */
    public Conversation require(ConversationId id, UserId owner) {
        return conversations
                .findPresent(id, owner, clock.instant())
                .orElseThrow(() -> new NotFoundException("conversation"));
    }
}
