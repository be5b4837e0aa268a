package dev.rechat.conversations.removal;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.removal.DueConversation;
import dev.rechat.persistence.removal.RemovalRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The transactions of {@link Removals}. */
@Singleton
class RemovalStore {

    private final RemovalRepository conversations;
    private final Clock clock;

    RemovalStore(RemovalRepository conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Transactional
    boolean remove(ConversationId conversation, UserId owner) {
        return conversations.hold(conversation, owner).isPresent() && removeHeld(conversation, owner, clock.instant());
    }

    /** @return false when another removes it, has removed it, or it is no longer due */
    @Transactional
    boolean removeDue(DueConversation due) {
        Instant now = clock.instant();
        return conversations.holdDue(due.id(), due.userId(), now).isPresent()
                && removeHeld(due.id(), due.userId(), now);
    }

    /** @return false when another removes it, has removed it, or it was used meanwhile */
    @Transactional
    boolean removeIdle(DueConversation idle, Instant unusedSince) {
        return conversations.holdIdle(idle.id(), idle.userId(), unusedSince).isPresent()
                && removeHeld(idle.id(), idle.userId(), clock.instant());
    }

    private boolean removeHeld(ConversationId conversation, UserId owner, Instant now) {
        List<String> id = List.of(conversation.toString());
        conversations.noteThreads(id, owner, now);
        conversations.noteRuns(id, owner, now);
        return conversations.delete(id, owner) > 0;
    }
}
