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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Adds several accounts. @throws dev.rechat.persistence.database.DuplicateKeyException as {@link #save} does */
    List<User> saveAll(Iterable<User> users);

    Optional<User> findById(@Id UserId id);

    /** As {@link #findById}, holding the account until the transaction ends: the gate for what must not overlap. */
    Optional<User> findByIdForUpdate(@Id UserId id);

    /** The account with this normalised e-mail. */
    Optional<User> findByEmail(String email);

    /** Those with these normalised e-mails, which nobody else changes until the transaction ends. @param emails not empty */
    @Query(
            "SELECT id, email, password_hash, display_name, role, active, language, email_verified_at, created_at, updated_at"
                    + " FROM users WHERE email IN (:emails) ORDER BY email LIMIT 1000 FOR UPDATE")
    List<User> holdByEmails(Collection<String> emails);

    /** @return 0 when the address was verified before */
    @Query("UPDATE users SET email_verified_at = :now WHERE id = :id AND email_verified_at IS NULL")
    long verifyEmail(@IdColumn UserId id, Instant now);

    /** Whoever is not verified counts as verified from now on. */
    @Query("UPDATE users SET email_verified_at = :now WHERE email_verified_at IS NULL")
    long exemptFromVerification(Instant now);

    /**
     * The ids of the administrators whose accounts are active. All rows of administrators stay as they are until the
     * transaction ends, so who calls this before making one fewer cannot miscount.
     */
    @Query("SELECT id FROM users FORCE INDEX (users_role)"
            + " WHERE role = 'ADMIN' AND active = TRUE AND deleting_at IS NULL ORDER BY id LIMIT 10000 FOR UPDATE")
    List<String> holdAdministrators();

    /** Changes what is not null. */
    @Query("UPDATE users SET display_name = COALESCE(:displayName, display_name),"
            + " language = COALESCE(:language, language), updated_at = :now WHERE id = :id")
    long changeProfile(@IdColumn UserId id, @Nullable String displayName, @Nullable String language, Instant now);

    /** Notes that a session of this account was begun or renewed. */
    @Query("UPDATE users SET last_seen_at = :now WHERE id = :id")
    long seen(@IdColumn UserId id, Instant now);

    /** Puts another password in the place of one. @return 0 when it is not the one of the account any more */
    @Query("UPDATE users SET password_hash = :hash, updated_at = :now WHERE id = :id AND password_hash = :replaced")
    long changePassword(@IdColumn UserId id, String replaced, String hash, Instant now);

    /** Sets a password, whatever it was before. */
    @Query("UPDATE users SET password_hash = :hash, updated_at = :now WHERE id = :id")
    long resetPassword(@IdColumn UserId id, String hash, Instant now);

    /** Replaces a hash by another one of the same password; does nothing when the password was changed meanwhile. */
    @Query("UPDATE users SET password_hash = :hash WHERE id = :id AND password_hash = :old")
    long replaceHash(@IdColumn UserId id, String old, String hash);
}
