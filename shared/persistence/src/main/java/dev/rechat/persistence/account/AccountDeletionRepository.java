package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The statements that delete an account, in small pieces: the account is closed first and its row goes last. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AccountDeletionRepository extends GenericRepository<User, UserId> {

    /**
     * Closes the account for good, and frees its address and name.
     *
     * @return 0 when it is gone or closed for good already
     */
    @Query("UPDATE users SET active = FALSE, deleting_at = :now, updated_at = :now, display_name = '',"
            + " email = CONCAT('deleted-', id) WHERE id = :id AND deleting_at IS NULL")
    long close(@IdColumn UserId id, Instant now);

    @Query("DELETE FROM one_time_links WHERE user_id = :id")
    long deleteLinks(@IdColumn UserId id);

    /** Asks whoever produces turns of this account to stop. @return how many run */
    @Query("UPDATE turns SET stop_requested_at = COALESCE(stop_requested_at, :now)"
            + " WHERE user_id = :id AND running_in IS NOT NULL AND status = 'STREAMING'")
    long stopTurns(@IdColumn UserId id, Instant now);

    /** Uploads that no message carries. @return how many went */
    @Query("DELETE FROM files WHERE user_id = :id ORDER BY id LIMIT :limit")
    long deleteFiles(@IdColumn UserId id, int limit);

    /** @return how many went */
    @Query("DELETE FROM sessions WHERE user_id = :id ORDER BY ended_at, last_seen_at, id LIMIT :limit")
    long deleteSessions(@IdColumn UserId id, int limit);

    /** Deletes a closed account with whatever is left of it. */
    @Query("DELETE FROM users WHERE id = :id AND deleting_at IS NOT NULL")
    long deleteAccount(@IdColumn UserId id);

    /** Accounts that were closed for good before a time and are still there, the longest waiting first. */
    @Query("SELECT id FROM users WHERE deleting_at < :before ORDER BY deleting_at LIMIT :limit")
    List<String> listUnfinished(Instant before, int limit);

    @Query("SELECT COUNT(*) FROM users WHERE deleting_at < :before")
    long countUnfinished(Instant before);
}
