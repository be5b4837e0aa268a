package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SessionRepository extends GenericRepository<Session, SessionId> {

    Session save(Session session);

    /** @return 1 for the one caller that ended it, else 0 */
    @Query("UPDATE sessions SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
    long end(@IdColumn SessionId id, Instant now);
}
