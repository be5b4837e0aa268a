package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface RefreshTokenRepository extends GenericRepository<RefreshToken, String> {

    RefreshToken save(RefreshToken token);

    Optional<RefreshToken> findByTokenHash(String tokenHash);

    /** Marks a token as exchanged. @return 1 for the one caller that exchanges it, 0 for everyone after it */
    @Query("""
            UPDATE refresh_tokens SET rotated_at = :now
            WHERE id = :id AND rotated_at IS NULL AND revoked_at IS NULL
            """)
    long rotate(String id, Instant now);

    @Query("UPDATE refresh_tokens SET revoked_at = :now WHERE session_id = :sessionId AND revoked_at IS NULL")
    long endSession(@IdColumn SessionId sessionId, Instant now);

    @Query("UPDATE refresh_tokens SET revoked_at = :now WHERE user_id = :userId AND revoked_at IS NULL")
    long endAll(@IdColumn UserId userId, Instant now);

    @Query("UPDATE refresh_tokens SET revoked_at = :now"
            + " WHERE user_id = :userId AND session_id <> :kept AND revoked_at IS NULL")
    long endOthers(@IdColumn UserId userId, @IdColumn SessionId kept, Instant now);
}
