package dev.rechat.maintenance.task;

import dev.rechat.conversations.removal.IdleConversations;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.settings.RetentionDays;
import dev.rechat.persistence.maintenance.TaskName;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Conversations that nobody has used for as long as the house keeps them; their threads are noted, to be deleted at Dify. */
@Singleton
final class ConversationRetention extends RetentionTask {

    /** Each goes in a transaction of its own; so many are looked for at a time. */
    private static final int CONVERSATIONS = 100;

    private final Removals removals;

    ConversationRetention(RetentionDays days, Removals removals) {
        super(days, RetentionDays.CONVERSATIONS);
        this.removals = removals;
    }

    @Override
    public TaskName name() {
        return TaskName.CONVERSATIONS;
    }

    @Override
    long countOlder(Instant before) {
        return removals.unusedSince(before).count();
    }

    @Override
    Batches removal(Instant before) {
        IdleConversations idle = removals.unusedSince(before);
        return () -> {
            IdleConversations.Step step = idle.removeSome(CONVERSATIONS);
            return new Batch(step.removed(), step.more());
        };
    }
}
