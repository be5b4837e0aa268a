package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accounts, for administrators. One that is being deleted is gone already. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AdministrationRepository extends GenericRepository<User, UserId> {

    String SELECT = """
            SELECT u.id AS id, u.email AS email, u.display_name AS display_name, u.role AS role, u.active AS active,
                u.language AS language, u.email_verified_at IS NOT NULL AS email_verified,
                EXISTS (SELECT 1 FROM second_factors f
                    WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS totp_enabled,
                u.created_at AS created_at, u.updated_at AS updated_at,
                (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS last_seen_at
            FROM users u
            WHERE u.deleting_at IS NULL
            """;

    /** Stands for what does not narrow a list. */
    String ANY = "";

    /** Above every id. */
    String NEWEST = "~";

    @Query(SELECT + " AND u.id = :id")
    Optional<ListedAccount> find(@IdColumn UserId id);

    /** What those of these accounts are called that are still there. @param ids not empty, at most 1000 */
    @Query("SELECT id, email, display_name FROM users WHERE id IN (:ids) AND deleting_at IS NULL ORDER BY id LIMIT 1000")
    List<AccountName> names(Collection<String> ids);

    /**
     * Newest first.
     *
     * @param before the id of the last account of the page before, or {@link #NEWEST}
     * @param pattern for LIKE, in lower case, {@code !} escapes; {@link #ANY} for all
     * @param roleName as the column has it, or {@link #ANY}
     * @param state {@code 1} for active, {@code 0} for not, or {@link #ANY}; named unlike the column, whose type it would get
     */
    @Query(SELECT + " AND u.id < :before"
            + " AND (:pattern = '' OR u.email LIKE :pattern ESCAPE '!' OR LOWER(u.display_name) LIKE :pattern ESCAPE '!')"
            + " AND (:roleName = '' OR u.role = :roleName)"
            + " AND (:state = '' OR u.active = (:state = '1'))"
            + " ORDER BY u.id DESC LIMIT :limit")
    List<ListedAccount> list(String before, String pattern, String roleName, String state, int limit);

    /** Changes what is not null. @return 0 when there is no such account */
    @Query("UPDATE users SET role = COALESCE(:role, role), active = COALESCE(:active, active), updated_at = :now"
            + " WHERE id = :id AND deleting_at IS NULL")
    long change(@IdColumn UserId id, @Nullable Role role, @Nullable Boolean active, Instant now);
}
