package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** One query each, asked for every bearer that was not seen for a while. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StandingRepository extends GenericRepository<User, UserId> {

    String OF_OWNER = """
            u.id AS user_id, u.role AS role,
            (u.email_verified_at IS NULL AND EXISTS (SELECT 1 FROM system_settings
                WHERE setting_key = 'email_verification' AND setting_value = 'true')) AS email_unverified,
            (u.role = 'ADMIN'
                AND EXISTS (SELECT 1 FROM system_settings WHERE setting_key = 'admins_need_totp' AND setting_value = 'true')
                AND NOT EXISTS (SELECT 1 FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
            ) AS second_factor_missing
            """;

    String OWNER_COUNTS = "u.active = TRUE AND u.deleting_at IS NULL";

    @Query("SELECT " + OF_OWNER + " FROM sessions s JOIN users u ON u.id = s.user_id"
            + " WHERE s.id = :session AND s.user_id = :user AND s.ended_at IS NULL AND " + OWNER_COUNTS)
    Optional<StandingRow> findOfSession(@IdColumn SessionId session, @IdColumn UserId user);

    @Query("SELECT k.id AS id, k.secret_hash AS secret_hash, k.scopes AS scopes, k.trusted AS trusted,"
            + " k.apps AS apps, k.requests_per_minute AS requests_per_minute, " + OF_OWNER
            + " FROM api_keys k JOIN users u ON u.id = k.user_id"
            + " WHERE k.identifier = :identifier AND k.revoked_at IS NULL"
            + " AND (k.expires_at IS NULL OR k.expires_at > :now) AND " + OWNER_COUNTS)
    Optional<KeyStandingRow> findOfKey(String identifier, Instant now);

    @Query("SELECT " + OF_OWNER + " FROM users u WHERE u.id = :user AND " + OWNER_COUNTS)
    Optional<StandingRow> findOfAccount(@IdColumn UserId user);
}
