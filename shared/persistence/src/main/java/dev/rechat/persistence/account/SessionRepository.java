package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SessionRepository extends GenericRepository<Session, SessionId> {

    String COLUMNS = "id, user_id, address, user_agent, created_at, last_seen_at, ended_at";

    Session save(Session session);

    /** Those that were not ended, were begun after one time and seen after another, latest activity first. */
    @Query(
            "SELECT " + COLUMNS + " FROM sessions WHERE user_id = :userId AND ended_at IS NULL"
                    + " AND last_seen_at > :seenAfter AND created_at > :begunAfter ORDER BY last_seen_at DESC, id DESC LIMIT :limit")
    List<Session> listLive(@IdColumn UserId userId, Instant seenAfter, Instant begunAfter, int limit);

    /** As {@link #listLive}, the page after the session with this time and id. */
    @Query("SELECT " + COLUMNS + " FROM sessions WHERE user_id = :userId AND ended_at IS NULL"
            + " AND last_seen_at > :seenAfter AND created_at > :begunAfter"
            + " AND (last_seen_at < :lastSeenAt OR (last_seen_at = :lastSeenAt AND id < :id))"
            + " ORDER BY last_seen_at DESC, id DESC LIMIT :limit")
    List<Session> listLiveAfter(
            @IdColumn UserId userId,
            Instant seenAfter,
            Instant begunAfter,
            Instant lastSeenAt,
            @IdColumn SessionId id,
            int limit);

    /** Notes that it was heard from. @return 0 when it was ended, or begun before {@code oldest} */
    @Query("UPDATE sessions SET last_seen_at = :now, address = :address, user_agent = :userAgent"
            + " WHERE id = :id AND ended_at IS NULL AND created_at > :oldest")
    long seen(@IdColumn SessionId id, Instant now, Instant oldest, String address, String userAgent);

    /** @return 0 when the owner has no such session or it was ended before */
    @Query("UPDATE sessions SET ended_at = :now WHERE id = :id AND user_id = :userId AND ended_at IS NULL")
    long end(@IdColumn SessionId id, @IdColumn UserId userId, Instant now);

    /** @return how many it ended */
    @Query("UPDATE sessions SET ended_at = :now WHERE user_id = :userId AND ended_at IS NULL")
    long endAll(@IdColumn UserId userId, Instant now);

    /** @return how many it ended */
    @Query("UPDATE sessions SET ended_at = :now WHERE user_id = :userId AND id <> :kept AND ended_at IS NULL")
    long endOthers(@IdColumn UserId userId, @IdColumn SessionId kept, Instant now);

    /** Every session there is, ended ones among them, in the order of their ids. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM sessions WHERE user_id = :userId AND id > :after ORDER BY id LIMIT :limit")
    List<Session> listAllAfter(@IdColumn UserId userId, String after, int limit);
}
