package dev.rechat.persistence.maintenance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What once let people in and does no longer. Where no index knows the age, rows are looked for without locks, in the order of
 * their keys, and removed by them: a run walks through a table once, and nobody who signs in waits for that.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ExpiredAccessRepository extends GenericRepository<MaintenanceRun, String> {

    /** @param begunBefore the place of {@code before} among the ids: who was begun later was seen later */
    @Query("SELECT COUNT(*) FROM sessions WHERE id < :begunBefore AND last_seen_at < :before")
    long countSessions(String begunBefore, Instant before);

    /** Sessions that nobody was heard from since, in the order of their ids. @param after an id or nothing */
    @Query("SELECT id FROM sessions WHERE id > :after AND id < :begunBefore AND last_seen_at < :before"
            + " ORDER BY id LIMIT :limit")
    List<String> listSessions(String after, String begunBefore, Instant before, int limit);

    /** With their refresh tokens. @param ids not empty */
    @Query("DELETE FROM sessions WHERE id IN (:ids) AND last_seen_at < :before")
    long removeSessions(Collection<String> ids, Instant before);

    @Query("SELECT COUNT(*) FROM refresh_tokens WHERE id < :madeBefore AND expires_at < :before")
    long countTokens(String madeBefore, Instant before);

    @Query("DELETE FROM refresh_tokens WHERE id < :madeBefore AND expires_at < :before ORDER BY id LIMIT :limit")
    long removeTokens(String madeBefore, Instant before, int limit);

    @Query("SELECT COUNT(*) FROM one_time_links WHERE expires_at < :before")
    long countLinks(Instant before);

    /** Links that have expired, in the order of their keys. @param after a key or nothing */
    @Query("SELECT token_hash FROM one_time_links WHERE token_hash > :after AND expires_at < :before"
            + " ORDER BY token_hash LIMIT :limit")
    List<String> listLinks(String after, Instant before, int limit);

    /** @param hashes not empty */
    @Query("DELETE FROM one_time_links WHERE token_hash IN (:hashes) AND expires_at < :before")
    long removeLinks(Collection<String> hashes, Instant before);

    @Query("SELECT COUNT(*) FROM known_devices WHERE last_seen_at < :before")
    long countDevices(Instant before);

    /** Devices that were last seen earlier, in the order of their keys. @param after a key or nothing */
    @Query("SELECT token_hash FROM known_devices WHERE token_hash > :after AND last_seen_at < :before"
            + " ORDER BY token_hash LIMIT :limit")
    List<String> listDevices(String after, Instant before, int limit);

    /** @param hashes not empty */
    @Query("DELETE FROM known_devices WHERE token_hash IN (:hashes) AND last_seen_at < :before")
    long removeDevices(Collection<String> hashes, Instant before);

    @Query("SELECT COUNT(*) FROM attempt_counters WHERE last_at < :before")
    long countAttempts(Instant before);
}
