package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Threads that are still to be deleted at Dify; {@link RemovalRepository} notes them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DifyDeletionRepository extends GenericRepository<DifyDeletion, Long> {

    String COLUMNS = "id, app_id, dify_conversation_id, user_id, attempts, next_attempt_at, last_error, created_at";

    /** The code of an app that is no longer there. */
    String APP_UNKNOWN = "app_unknown";

    /** Tried in vain for long, or refused in a way that does not pass by itself. */
    String FAILED = "(attempts >= 3 OR last_error IN ('" + APP_UNKNOWN + "', 'dify_unauthorized', 'dify_rejected'))";

    String COUNTS = "SELECT COUNT(CASE WHEN " + FAILED + " THEN NULL ELSE 1 END) AS waiting," + " COUNT(CASE WHEN "
            + FAILED + " THEN 1 END) AS failed FROM dify_deletions";

    /** Apps for which something is due, those that have waited longest first. */
    @Query("SELECT app_id FROM dify_deletions GROUP BY app_id HAVING MIN(next_attempt_at) <= :now"
            + " ORDER BY MIN(next_attempt_at) LIMIT :limit")
    List<String> listAppsDue(Instant now, int limit);

    /** Those whose turn has come, the longest waiting first. */
    @Query("SELECT " + COLUMNS + " FROM dify_deletions WHERE app_id = :appId AND next_attempt_at <= :now"
            + " ORDER BY next_attempt_at LIMIT :limit")
    List<DifyDeletion> listDue(@IdColumn AppId appId, Instant now, int limit);

    @Query("SELECT COUNT(*) FROM dify_deletions WHERE next_attempt_at <= :now")
    long countDue(Instant now);

    /**
     * Begins an attempt; unless its end is told, the next is due then.
     *
     * @param due when this attempt was due
     * @return 1 for the one caller that is to make it
     */
    @Query("UPDATE dify_deletions SET attempts = attempts + 1, next_attempt_at = :next"
            + " WHERE id = :id AND next_attempt_at = :due")
    long claim(long id, Instant due, Instant next);

    @Query("DELETE FROM dify_deletions WHERE id = :id")
    long done(long id);

    /** Ends the attempt of that number, unless another has begun since. */
    @Query("UPDATE dify_deletions SET last_error = :error, next_attempt_at = :next"
            + " WHERE id = :id AND attempts = :attempt")
    long failed(long id, int attempt, String error, Instant next);

    /** Counts an attempt for all that are due when their app as a whole failed, some at a time. @return how many */
    @Query("UPDATE dify_deletions SET attempts = attempts + 1, last_error = :error, next_attempt_at = :next"
            + " WHERE app_id = :appId AND next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :limit")
    long failedAlike(@IdColumn AppId appId, Instant now, String error, Instant next, int limit);

    /** Makes those of an app due that are not, some at a time. @return how many */
    @Query("UPDATE dify_deletions SET next_attempt_at = :now WHERE app_id = :appId AND next_attempt_at > :now"
            + " ORDER BY next_attempt_at LIMIT :limit")
    long hurry(@IdColumn AppId appId, Instant now, int limit);

    /** Apps that have any. */
    @Query("SELECT DISTINCT app_id FROM dify_deletions ORDER BY app_id LIMIT :limit")
    List<String> listApps(int limit);

    /**
     * Notes the thread of an answer that went on when its conversation was removed.
     *
     * @return 0 when it is noted already or the conversation is there
     */
    @Query("INSERT IGNORE INTO dify_deletions"
            + " (app_id, dify_conversation_id, user_id, attempts, next_attempt_at, created_at)"
            + " SELECT :appId, :difyConversationId, :userId, 0, :now, :now FROM DUAL"
            + " WHERE NOT EXISTS (SELECT 1 FROM conversations WHERE id = :conversationId)")
    long noteLate(
            @IdColumn AppId appId,
            String difyConversationId,
            @IdColumn UserId userId,
            @IdColumn ConversationId conversationId,
            Instant now);

    /** Of one person's threads. */
    @Query(COUNTS + " WHERE user_id = :userId")
    DeletionCounts countOf(@IdColumn UserId userId);

    /** Of everybody's. */
    @Query(COUNTS)
    DeletionCounts countAll();

    /** In the order they were noted. @param after an id, 0 for the first page */
    @Query("SELECT " + COLUMNS + " FROM dify_deletions WHERE id > :after ORDER BY id LIMIT :limit")
    List<DifyDeletion> listAfter(long after, int limit);
}
