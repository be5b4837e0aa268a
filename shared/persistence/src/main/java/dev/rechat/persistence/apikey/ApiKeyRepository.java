package dev.rechat.persistence.apikey;

import dev.rechat.kernel.id.ApiKeyId;
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
public interface ApiKeyRepository extends GenericRepository<ApiKey, ApiKeyId> {

    String COLUMNS =
            "id, user_id, identifier, secret_hash, name, scopes, trusted, apps, requests_per_minute, created_at,"
                    + " expires_at, last_used_at, revoked_at";

    ApiKey save(ApiKey key);

    /** An account's keys that were not revoked, the newest first, those that expired among them. */
    @Query("SELECT " + COLUMNS + " FROM api_keys WHERE user_id = :userId AND revoked_at IS NULL AND id < :before"
            + " ORDER BY id DESC LIMIT :limit")
    List<ApiKey> listBefore(@IdColumn UserId userId, String before, int limit);

    /** How many keys of an account work. */
    @Query("""
            SELECT COUNT(*) FROM api_keys
            WHERE user_id = :userId AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
            """)
    long countLive(@IdColumn UserId userId, Instant now);

    /** A key that was not revoked; nobody else changes it until the transaction ends. */
    @Query("SELECT " + COLUMNS
            + " FROM api_keys WHERE id = :id AND user_id = :userId AND revoked_at IS NULL FOR UPDATE")
    Optional<ApiKey> findForUpdate(@IdColumn ApiKeyId id, @IdColumn UserId userId);

    /** Gives a key these rules. @return 0 when the owner has no such key, or it was revoked */
    @Query("""
            UPDATE api_keys SET name = :name, trusted = :trusted, apps = :apps,
                requests_per_minute = :requestsPerMinute, expires_at = :expiresAt
            WHERE id = :id AND user_id = :userId AND revoked_at IS NULL
            """)
    long change(
            @IdColumn ApiKeyId id,
            @IdColumn UserId userId,
            String name,
            boolean trusted,
            @Nullable String apps,
            @Nullable Integer requestsPerMinute,
            @Nullable Instant expiresAt);

    /** @return 0 when the owner has no such key, or it was revoked before */
    @Query("UPDATE api_keys SET revoked_at = :now WHERE id = :id AND user_id = :userId AND revoked_at IS NULL")
    long revoke(@IdColumn ApiKeyId id, @IdColumn UserId userId, Instant now);

    /** Writes down a use that is later than a time. @return 0 when a later one was written down */
    @Query("""
            UPDATE api_keys SET last_used_at = :now
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :unlessAfter)
            """)
    long used(@IdColumn ApiKeyId id, Instant now, Instant unlessAfter);

    /**
     * Counts one request of a minute, unless there were so many. One whose clock is behind counts in the minute that others are
     * in already.
     *
     * @return 0 when it is one too many
     */
    @Query("""
            UPDATE api_keys SET
                counted_requests = CASE WHEN counted_minute >= :minute THEN counted_requests + 1 ELSE 1 END,
                counted_minute = GREATEST(COALESCE(counted_minute, :minute), :minute)
            WHERE id = :id AND (counted_minute IS NULL OR counted_minute < :minute OR counted_requests < :most)
            """)
    long count(@IdColumn ApiKeyId id, Instant minute, int most);

    /** Every key there was, revoked ones among them, in the order of their ids. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM api_keys WHERE user_id = :userId AND id > :after ORDER BY id LIMIT :limit")
    List<ApiKey> listAllAfter(@IdColumn UserId userId, String after, int limit);

    /** Revokes all of an account. @return how many it were */
    @Query("UPDATE api_keys SET revoked_at = :now WHERE user_id = :userId AND revoked_at IS NULL")
    long revokeAll(@IdColumn UserId userId, Instant now);
}
