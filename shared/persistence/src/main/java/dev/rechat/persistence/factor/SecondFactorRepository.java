package dev.rechat.persistence.factor;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Authenticator apps and the recovery codes that stand in for them; the codes go with the app. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SecondFactorRepository extends GenericRepository<SecondFactor, UserId> {

    SecondFactor save(SecondFactor factor);

    Optional<SecondFactor> findByUserId(@Id UserId userId);

    /** Removes the factor, confirmed or not, and its recovery codes. @return 1, or 0 when there was none */
    long deleteByUserId(@Id UserId userId);

    /** Takes the factor into use. @return 1 for the one caller that did */
    @Query("""
            UPDATE second_factors SET confirmed_at = :now, last_step = :step
            WHERE user_id = :userId AND confirmed_at IS NULL
            """)
    long confirm(@IdColumn UserId userId, long step, Instant now);

    /** Takes the code of a time step. @return 1 for the one caller that may use it; 0 for it and older ones after that */
    @Query("""
            UPDATE second_factors SET last_step = :step
            WHERE user_id = :userId AND confirmed_at IS NOT NULL AND (last_step IS NULL OR last_step < :step)
            """)
    long takeStep(@IdColumn UserId userId, long step);

    @Query("INSERT INTO recovery_codes (user_id, code_hash) VALUES (:userId, :hash)")
    void addRecoveryCode(@IdColumn UserId userId, String hash);

    /** Takes a recovery code. @return 1 for the one caller that may use it */
    @Query("""
            UPDATE recovery_codes SET used_at = :now
            WHERE user_id = :userId AND code_hash = :hash AND used_at IS NULL
            """)
    long takeRecoveryCode(@IdColumn UserId userId, String hash, Instant now);

    @Query("DELETE FROM recovery_codes WHERE user_id = :userId")
    long deleteRecoveryCodes(@IdColumn UserId userId);

    @Query("SELECT COUNT(*) FROM recovery_codes WHERE user_id = :userId AND used_at IS NULL")
    long countRecoveryCodes(@IdColumn UserId userId);
}
