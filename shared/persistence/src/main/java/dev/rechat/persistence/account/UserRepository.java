package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface UserRepository extends GenericRepository<User, UserId> {

    /** The unique key that a second account with one e-mail violates. */
    String EMAIL_KEY = "users_email";

    /**
     * Adds an account.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #EMAIL_KEY} when the e-mail is taken
     */
    User save(User user);

    Optional<User> findById(@Id UserId id);

    /** As {@link #findById}, holding the account until the transaction ends: the gate for what must not overlap. */
    Optional<User> findByIdForUpdate(@Id UserId id);

    /** The account with this normalised e-mail. */
    Optional<User> findByEmail(String email);

    /** @return 0 when the address was verified before */
    @Query("UPDATE users SET email_verified_at = :now WHERE id = :id AND email_verified_at IS NULL")
    long verifyEmail(@IdColumn UserId id, Instant now);

    /** Whoever is not verified counts as verified from now on. */
    @Query("UPDATE users SET email_verified_at = :now WHERE email_verified_at IS NULL")
    long exemptFromVerification(Instant now);

    @Query("UPDATE users SET password_hash = :hash WHERE id = :id")
    long updateHash(@IdColumn UserId id, String hash);
}
