package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Removes conversations for good, wherever they stand. Who removes some holds them first, then notes their threads, then
 * deletes them, all in one transaction: no turn can begin in between, and none that ends goes unnoticed.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemovalRepository extends GenericRepository<Conversation, ConversationId> {

    /** Holds a conversation until the transaction ends. @return empty when the owner has no such conversation */
    @Query("SELECT id FROM conversations WHERE id = :id AND user_id = :userId FOR UPDATE")
    Optional<String> hold(@IdColumn ConversationId id, @IdColumn UserId userId);

    /**
     * Holds a conversation that is due until the transaction ends.
     *
     * @return empty when it is gone, no longer due, or held by another who removes it
     */
    @Query("SELECT id FROM conversations WHERE id = :id AND user_id = :userId AND purge_at <= :now"
            + " FOR UPDATE SKIP LOCKED")
    Optional<String> holdDue(@IdColumn ConversationId id, @IdColumn UserId userId, Instant now);

    /** Holds some conversations of a person until the transaction ends. */
    @Query("SELECT id FROM conversations WHERE user_id = :userId ORDER BY id LIMIT :limit FOR UPDATE")
    List<String> holdSome(@IdColumn UserId userId, int limit);

    /**
     * Notes every thread that these conversations have had at Dify; those noted already stay as they are.
     *
     * @param ids not empty
     * @return how many were added
     */
    @Query("INSERT IGNORE INTO dify_deletions"
            + " (app_id, dify_conversation_id, user_id, attempts, next_attempt_at, created_at)"
            + " SELECT app_id, dify_conversation_id, user_id, 0, :now, :now FROM conversations"
            + " WHERE id IN (:ids) AND user_id = :userId AND dify_conversation_id <> ''"
            + " UNION SELECT app_id, dify_conversation_id, user_id, 0, :now, :now FROM turns"
            + " WHERE conversation_id IN (:ids) AND user_id = :userId AND dify_conversation_id <> ''")
    long noteThreads(Collection<String> ids, @IdColumn UserId userId, Instant now);

    /** With messages, turns, files, shares and tags. @param ids not empty @return how many went */
    @Query("DELETE FROM conversations WHERE id IN (:ids) AND user_id = :userId")
    long delete(Collection<String> ids, @IdColumn UserId userId);

    /** What is due, the longest first; nothing is held. */
    @Query("SELECT id, user_id FROM conversations WHERE purge_at <= :now ORDER BY purge_at LIMIT :limit")
    List<DueConversation> listDue(Instant now, int limit);
}
