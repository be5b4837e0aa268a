package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface KnownDeviceRepository extends GenericRepository<KnownDevice, String> {

    KnownDevice save(KnownDevice device);

    /**
     * Those of the devices that the owner of this address signed in with. One query whether or not there is an account, so
     * that time does not tell.
     */
    @Query("""
            SELECT d.token_hash FROM known_devices d JOIN users u ON u.id = d.user_id
            WHERE u.email = :email AND d.token_hash IN (:hashes) AND d.last_seen_at >= :since
            ORDER BY d.last_seen_at DESC LIMIT 1
            """)
    List<String> findOf(String email, Collection<String> hashes, Instant since);

    @Query("UPDATE known_devices SET last_seen_at = :now WHERE token_hash IN (:hashes) AND user_id = :userId")
    long seen(@IdColumn UserId userId, Collection<String> hashes, Instant now);

    @Query("DELETE FROM known_devices WHERE user_id = :userId AND last_seen_at < :before")
    long removeOlder(@IdColumn UserId userId, Instant before);

    @Query("SELECT COUNT(*) FROM known_devices WHERE user_id = :userId")
    long count(@IdColumn UserId userId);

    @Query("DELETE FROM known_devices WHERE user_id = :userId ORDER BY last_seen_at, token_hash LIMIT :many")
    long removeOldest(@IdColumn UserId userId, long many);

    @Query("DELETE FROM known_devices WHERE user_id = :userId")
    long removeAll(@IdColumn UserId userId);
}
