package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface ConversationRepository extends GenericRepository<Conversation, ConversationId> {

    String COLUMNS = "id, user_id, app_id, dify_conversation_id, title, pinned, archived, temporary, folder_id,"
            + " deleted_at, purge_at, created_at, updated_at";

    /** What lies in the trash is as if it were not there, except to the trash. */
    String PRESENT = " AND deleted_at IS NULL";

    Conversation save(Conversation conversation);

    @Query("SELECT " + COLUMNS + " FROM conversations WHERE id = :id AND user_id = :userId" + PRESENT)
    Optional<Conversation> findOwned(@IdColumn ConversationId id, @IdColumn UserId userId);

    /** One that is there for its owner: outside the trash, and its time is not over. */
    default Optional<Conversation> findPresent(ConversationId id, UserId userId, Instant now) {
        return findOwned(id, userId).filter(found -> !found.over(now));
    }

    /** Changes what is not null and leaves its place in the list. @return 0 when the owner has no such conversation */
    @Query("UPDATE conversations SET title = COALESCE(:title, title), pinned = COALESCE(:pinned, pinned),"
            + " archived = COALESCE(:archived, archived), folder_id = COALESCE(:folderId, folder_id)"
            + " WHERE id = :id AND user_id = :userId" + PRESENT)
    long change(
            @IdColumn ConversationId id,
            @IdColumn UserId userId,
            @Nullable String title,
            @Nullable Boolean pinned,
            @Nullable Boolean archived,
            @Nullable @IdColumn FolderId folderId);

    /** Makes a temporary one stay; others stay as they are. */
    @Query("UPDATE conversations SET temporary = FALSE, purge_at = NULL WHERE id = :id AND user_id = :userId" + PRESENT)
    long keep(@IdColumn ConversationId id, @IdColumn UserId userId);

    /** Takes it out of its folder. @return 0 when the owner has no such conversation */
    @Query("UPDATE conversations SET folder_id = NULL WHERE id = :id AND user_id = :userId" + PRESENT)
    long leaveFolder(@IdColumn ConversationId id, @IdColumn UserId userId);

    /** Puts it at the head of the list; a temporary one has its time again from now. @return 0 when it is not there */
    default long touch(ConversationId id, UserId userId, Instant now) {
        return touch(id, userId, now, now.plus(Conversation.TEMPORARY_LIFE));
    }

    /** Puts it at the head of the list. @param temporaryUntil when it is to be removed if it is a temporary one */
    @Query("UPDATE conversations SET updated_at = :now,"
            + " purge_at = CASE WHEN temporary THEN :temporaryUntil ELSE purge_at END"
            + " WHERE id = :id AND user_id = :userId" + PRESENT)
    long touch(@IdColumn ConversationId id, @IdColumn UserId userId, Instant now, Instant temporaryUntil);

    /**
     * Puts it at the head of the list, also of the trash; a temporary one has its time again from now.
     *
     * @param difyConversationId where it goes on at Dify; null to leave that
     */
    default long answered(ConversationId id, UserId userId, Instant now, @Nullable String difyConversationId) {
        return answered(id, userId, now, now.plus(Conversation.TEMPORARY_LIFE), difyConversationId);
    }

    /** Puts it at the head of the list. @param temporaryUntil when it is to be removed if it is a temporary one */
    @Query("UPDATE conversations SET updated_at = :now,"
            + " purge_at = CASE WHEN temporary AND deleted_at IS NULL THEN :temporaryUntil ELSE purge_at END,"
            + " dify_conversation_id = COALESCE(:difyConversationId, dify_conversation_id)"
            + " WHERE id = :id AND user_id = :userId")
    long answered(
            @IdColumn ConversationId id,
            @IdColumn UserId userId,
            Instant now,
            Instant temporaryUntil,
            @Nullable String difyConversationId);

    /** Gives it a better title than its first one, unless its owner has given it another. */
    @Query("UPDATE conversations SET title = :title WHERE id = :id AND user_id = :userId AND title = :first")
    long retitle(@IdColumn ConversationId id, @IdColumn UserId userId, String first, String title);

    /** Keeps the input form's values of the first message, a JSON object. */
    @Query("UPDATE conversations SET inputs = :inputs WHERE id = :id AND user_id = :userId")
    long rememberInputs(@IdColumn ConversationId id, @IdColumn UserId userId, String inputs);

    /** The input form's values of the first message; empty when there were none. */
    @Query("SELECT inputs FROM conversations WHERE id = :id AND user_id = :userId AND inputs IS NOT NULL")
    Optional<String> findInputs(@IdColumn ConversationId id, @IdColumn UserId userId);

    /** In the order of their ids, which stays when they are used. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM conversations WHERE user_id = :userId AND id > :after"
            + " ORDER BY id LIMIT :limit")
    List<Conversation> listByIdAfter(@IdColumn UserId userId, String after, int limit);
}
