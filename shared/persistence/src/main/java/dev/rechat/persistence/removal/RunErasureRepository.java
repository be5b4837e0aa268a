package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Runs whose records are to lose their content; {@link RemovalRepository} notes them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RunErasureRepository extends GenericRepository<RunErasure, String> {

    /** Those whose turn has come, the longest waiting first. */
    @Query("SELECT run_id, app_id, attempts, next_attempt_at, created_at FROM run_erasures"
            + " WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :limit")
    List<RunErasure> listDue(Instant now, int limit);

    @Query("SELECT COUNT(*) FROM run_erasures WHERE next_attempt_at <= :now")
    long countDue(Instant now);

    /**
     * Begins an attempt; the next is due then, unless {@link #done} says that none is needed.
     *
     * @param due when this attempt was due
     * @return 1 for the one caller that is to make it
     */
    @Query("UPDATE run_erasures SET next_attempt_at = :next" + " WHERE run_id = :runId AND next_attempt_at = :due")
    long claim(String runId, Instant due, Instant next);

    /** One attempt has reached every store. */
    @Query("UPDATE run_erasures SET attempts = attempts + 1 WHERE run_id = :runId")
    long erased(String runId);

    @Query("DELETE FROM run_erasures WHERE run_id = :runId")
    long done(String runId);

    /**
     * Notes the run of an answer that went on when its conversation was removed.
     *
     * @return 0 when the conversation is there
     */
    @Query("INSERT INTO run_erasures (run_id, app_id, attempts, next_attempt_at, created_at)"
            + " SELECT :runId, :appId, 0, :now, :now FROM DUAL"
            + " WHERE NOT EXISTS (SELECT 1 FROM conversations WHERE id = :conversationId)"
            + " ON DUPLICATE KEY UPDATE attempts = 0, next_attempt_at = :now")
    long noteLate(String runId, @IdColumn AppId appId, @IdColumn ConversationId conversationId, Instant now);
}
