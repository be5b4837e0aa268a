package dev.rechat.conversations.removal;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.removal.DueConversation;
import dev.rechat.persistence.removal.RemovalRepository;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes conversations for good, one per transaction, with everything that belongs to them. What they had at Dify is noted
 * in the same transaction and deleted later. A turn that is being answered there finds its row gone and stops by itself.
 * Several processes may remove the same ones at once. Not to be called within a transaction. Thread-safe.
 */
@Singleton
public final class Removals {

    private static final Logger LOG = LoggerFactory.getLogger(Removals.class);

    private final RemovalStore store;
    private final RemovalRepository conversations;
    private final DifyDeletions threads;
    private final Clock clock;

    Removals(RemovalStore store, RemovalRepository conversations, DifyDeletions threads, Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Removes a conversation, wherever it stands. Its threads are deleted beside the present request when Dify is there.
     *
     * @return false when the owner has no such conversation
     */
    public boolean removeOwned(ConversationId conversation, UserId owner) {
        return removeOwned(List.of(conversation), owner) > 0;
    }

    /** As {@link #removeOwned(ConversationId, UserId)}, of those that the owner has. @return how many that were */
    public int removeOwned(Collection<ConversationId> some, UserId owner) {
        int removed = (int) some.stream()
                .filter(conversation -> Deadlocks.retry(() -> store.remove(conversation, owner)))
                .count();
        if (removed > 0) {
            threads.workOffSoon();
        }
        return removed;
    }

    /**
     * Removes conversations whose time has come, the longest due first. One that cannot be removed keeps no other.
     *
     * @return how many this call removed
     */
    public int removeDue(int limit) {
        return (int) conversations.listDue(clock.instant(), limit).stream()
                .filter(due -> removed(due, () -> store.removeDue(due)))
                .count();
    }

    /** How many conversations' time has come. */
    public long countDue() {
        return conversations.countDue(clock.instant());
    }

    /** Conversations that nobody has used since a time. */
    public IdleConversations unusedSince(Instant time) {
        return new IdleConversations(conversations, time, idle -> removed(idle, () -> store.removeIdle(idle, time)));
    }

    private static boolean removed(DueConversation due, Supplier<Boolean> transaction) {
        try {
            return Deadlocks.retry(transaction);
        } catch (DataAccessException failure) {
            LOG.warn("conversation {} is due and could not be removed", due.id(), failure);
            return false;
        }
    }
}
