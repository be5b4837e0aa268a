package dev.rechat.persistence.link;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface OneTimeLinkRepository extends GenericRepository<OneTimeLink, String> {

    OneTimeLink save(OneTimeLink link);

    Optional<OneTimeLink> findByTokenHash(@Id String tokenHash);

    /** Uses a link. @return 1 for the one caller whose use it is, 0 when it was used, is too old or is gone */
    @Query("UPDATE one_time_links SET used_at = :now"
            + " WHERE token_hash = :tokenHash AND used_at IS NULL AND expires_at > :now")
    long use(String tokenHash, Instant now);

    /** Voids all links of somebody for one purpose, and clears away the used ones. */
    @Query("DELETE FROM one_time_links WHERE user_id = :userId AND purpose = :purpose")
    long remove(@IdColumn UserId userId, String purpose);
}
