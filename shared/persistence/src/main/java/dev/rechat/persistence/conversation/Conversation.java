package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread with one app.
 *
 * @param difyConversationId Dify's id of the thread, once it has named one
 * @param temporary in no list, and removed a day after its latest turn
 * @param deletedAt set while it lies in the trash
 * @param purgeAt when it is to be removed for good; null to keep it
 * @param updatedAt time of the latest turn; a new title or pin does not move a conversation in the list
 */
@MappedEntity("conversations")
public record Conversation(
        @Id @IdColumn ConversationId id,
        @IdColumn UserId userId,
        @IdColumn AppId appId,
        @Nullable String difyConversationId,
        String title,
        boolean pinned,
        boolean archived,
        boolean temporary,
        @Nullable @IdColumn FolderId folderId,
        @Nullable Instant deletedAt,
        @Nullable Instant purgeAt,
        Instant createdAt,
        Instant updatedAt) {

    /** How long a temporary one stays after its latest turn. */
    public static final Duration TEMPORARY_LIFE = Duration.ofDays(1);

    /** How long a deleted one stays in the trash. */
    public static final Duration TRASH_LIFE = Duration.ofDays(30);

    /** One that begins and is kept. */
    public static Conversation begun(ConversationId id, UserId owner, AppId app, String title, Instant now) {
        return new Conversation(id, owner, app, null, title, false, false, false, null, null, null, now, now);
    }

    /** This one, not yet saved, as a temporary one. */
    public Conversation temporarily() {
        return new Conversation(
                id,
                userId,
                appId,
                difyConversationId,
                title,
                pinned,
                archived,
                true,
                folderId,
                deletedAt,
                updatedAt.plus(TEMPORARY_LIFE),
                createdAt,
                updatedAt);
    }

    /** Whether its time is over: it is as if it were not there, though it may not have been removed yet. */
    public boolean over(Instant now) {
        return purgeAt != null && !purgeAt.isAfter(now);
    }

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "Conversation[id=" + id + "]";
    }
}
