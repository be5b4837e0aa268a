package dev.rechat.conversations.removal;

import dev.rechat.kernel.id.TimeOrder;
import dev.rechat.persistence.removal.DueConversation;
import dev.rechat.persistence.removal.RemovalRepository;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Conversations that nobody has used since a time, pinned and archived ones among them: a house that keeps nothing for
 * longer means all of it. The trash and temporary conversations have their own time. One walk through them, by one thread.
 */
public final class IdleConversations {

    private final RemovalRepository conversations;
    private final Instant unusedSince;
    private final Predicate<DueConversation> removal;
    private String after = "";

    IdleConversations(RemovalRepository conversations, Instant unusedSince, Predicate<DueConversation> removal) {
        this.conversations = conversations;
        this.unusedSince = unusedSince;
        this.removal = removal;
    }

    public long count() {
        return conversations.countIdle(TimeOrder.startOf(unusedSince), unusedSince);
    }

    /** Removes the next ones for good, one per transaction. One that cannot be removed keeps no other. */
    public Step removeSome(int limit) {
        List<DueConversation> some = conversations.listIdle(after, TimeOrder.startOf(unusedSince), unusedSince, limit);
        if (!some.isEmpty()) {
            after = some.getLast().id().toString();
        }
        return new Step(some.stream().filter(removal).count(), some.size() == limit);
    }

    /**
     * @param removed how many went
     * @param more whether there may be others
     */
    public record Step(long removed, boolean more) {}
}
