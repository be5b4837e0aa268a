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
 * Removes conversations for good, wherever they stand. Who removes some holds them first, then notes their threads and runs,
 * then deletes them, all in one transaction: no turn can begin in between, and none that ends goes unnoticed.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RemovalRepository extends GenericRepository<Conversation, ConversationId> {

    String IDLE = " AND updated_at < :unusedSince AND deleted_at IS NULL AND temporary = FALSE";

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

    /**
     * Notes every run that these conversations have had: their records are to lose their content.
     *
     * @param ids not empty
     * @return how many were added
     */
    @Query("INSERT IGNORE INTO run_erasures (run_id, app_id, attempts, next_attempt_at, created_at)"
            + " SELECT workflow_run_id, app_id, 0, :now, :now FROM turns"
            + " WHERE conversation_id IN (:ids) AND user_id = :userId AND workflow_run_id <> ''")
    long noteRuns(Collection<String> ids, @IdColumn UserId userId, Instant now);

    /** With messages, turns, files, shares and tags. @param ids not empty @return how many went */
    @Query("DELETE FROM conversations WHERE id IN (:ids) AND user_id = :userId")
    long delete(Collection<String> ids, @IdColumn UserId userId);

    /** What is due, the longest first; nothing is held. */
    @Query("SELECT id, user_id FROM conversations WHERE purge_at <= :now ORDER BY purge_at LIMIT :limit")
    List<DueConversation> listDue(Instant now, int limit);

    @Query("SELECT COUNT(*) FROM conversations WHERE purge_at <= :now")
    long countDue(Instant now);

    /**
     * Conversations that nobody has used since a time, in the order of their ids. Neither those in the trash nor temporary
     * ones, which have their own time; and none that came here, such as by an import, later than that time.
     *
     * @param after an id or nothing
     * @param cameBefore the place of that time among the ids
     */
    @Query("SELECT id, user_id FROM conversations WHERE id > :after AND id < :cameBefore" + IDLE
            + " ORDER BY id LIMIT :limit")
    List<DueConversation> listIdle(String after, String cameBefore, Instant unusedSince, int limit);

    @Query("SELECT COUNT(*) FROM conversations WHERE id < :cameBefore" + IDLE)
    long countIdle(String cameBefore, Instant unusedSince);

    /**
     * Holds a conversation that nobody has used since a time, until the transaction ends.
     *
     * @return empty when it is gone, was used meanwhile, or is held by another
     */
    @Query("SELECT id FROM conversations WHERE id = :id AND user_id = :userId" + IDLE + " FOR UPDATE SKIP LOCKED")
    Optional<String> holdIdle(@IdColumn ConversationId id, @IdColumn UserId userId, Instant unusedSince);
}
