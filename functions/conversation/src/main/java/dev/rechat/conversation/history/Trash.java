package dev.rechat.conversation.history;

import dev.rechat.conversations.removal.Removals;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationPlace;
import dev.rechat.persistence.conversation.TrashRepository;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntToLongFunction;

/** Takes conversations away, and gives them back while their time is not over. */
@Singleton
final class Trash {

    /** At most so many conversations in one transaction, which holds their rows. */
    static final int BATCH = 500;

    private final TrashRepository trash;
    private final Removals removals;
    private final Clock clock;

    Trash(TrashRepository trash, Removals removals, Clock clock) {
        this.trash = trash;
        this.removals = removals;
        this.clock = clock;
    }

    /** For good, from wherever it stands. @throws NotFoundException when the owner has no such conversation */
    void remove(ConversationId id, UserId owner) {
        if (!removals.removeOwned(id, owner)) {
            throw new NotFoundException("conversation");
        }
    }

    /** @throws NotFoundException when the owner has no such conversation outside the trash */
    void discard(ConversationId id, UserId owner) {
        Instant now = clock.instant();
        if (Deadlocks.retry(() -> trash.discard(id, owner, now, now.plus(Conversation.TRASH_LIFE))) == 0) {
            throw new NotFoundException("conversation");
        }
    }

    /** Puts it back where it stood; nothing happens to one that is not in the owner's trash. */
    void restore(ConversationId id, UserId owner) {
        Deadlocks.retry(() -> trash.restore(id, owner, clock.instant()));
    }

    /** Everything in list and archive. @return how many */
    long discardAll(UserId owner) {
        return discardAll(owner, ConversationPlace.LIST) + discardAll(owner, ConversationPlace.ARCHIVE);
    }

    private long discardAll(UserId owner, ConversationPlace from) {
        Instant now = clock.instant();
        Instant purgeAt = now.plus(Conversation.TRASH_LIFE);
        return inBatches(limit -> trash.discardSome(owner, from.wireName(), now, purgeAt, limit));
    }

    /** Nobody sees any more what lies in the trash, and it is removed soon. @return how many */
    long empty(UserId owner) {
        Instant now = clock.instant();
        return inBatches(limit -> trash.endSome(owner, now, limit));
    }

    private static long inBatches(IntToLongFunction some) {
        long total = 0;
        while (true) {
            long done = Deadlocks.retry(() -> some.applyAsLong(BATCH));
            total += done;
            if (done < BATCH) {
                return total;
            }
        }
    }
}
