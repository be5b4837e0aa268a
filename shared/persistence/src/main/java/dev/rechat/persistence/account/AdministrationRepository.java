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

    String COLUMNS = """
            u.id AS id, u.email AS email, u.display_name AS display_name, u.role AS role, u.active AS active,
                u.language AS language, u.email_verified_at IS NOT NULL AS email_verified,
                EXISTS (SELECT 1 FROM second_factors f
                    WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS totp_enabled,
                u.created_at AS created_at, u.updated_at AS updated_at, u.last_seen_at AS last_seen_at
            """;

    @Query("SELECT " + COLUMNS + " FROM users u WHERE u.id = :id AND u.deleting_at IS NULL")
    Optional<ListedAccount> find(@IdColumn UserId id);

    /** What those of these accounts are called that are still there. @param ids not empty, at most 1000 */
    @Query(
            "SELECT id, email, display_name FROM users WHERE id IN (:ids) AND deleting_at IS NULL ORDER BY id LIMIT 1000")
    List<AccountName> names(Collection<String> ids);

    /** Changes what is not null. @return 0 when there is no such account */
    @Query("UPDATE users SET role = COALESCE(:role, role), active = COALESCE(:active, active), updated_at = :now"
            + " WHERE id = :id AND deleting_at IS NULL")
    long change(@IdColumn UserId id, @Nullable Role role, @Nullable Boolean active, Instant now);
}
