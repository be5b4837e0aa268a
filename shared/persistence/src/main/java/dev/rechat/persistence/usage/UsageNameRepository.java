package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is shown beside usage: how apps and people are called today, and what runs now. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface UsageNameRepository extends GenericRepository<TurnUsage, TurnId> {

    /** Those that are there. @param ids not empty */
    @Query("SELECT id, name, slug AS other_name FROM dify_apps WHERE id IN (:ids) ORDER BY id")
    List<UsageName> apps(@IdColumn Collection<AppId> ids);

    /** Those that are there, but for those that are being deleted. @param ids not empty */
    @Query("SELECT id, display_name AS name, email AS other_name FROM users"
            + " WHERE id IN (:ids) AND deleting_at IS NULL ORDER BY id")
    List<UsageName> people(@IdColumn Collection<UserId> ids);

    /** By app, those where the most runs first. */
    @Query("SELECT app_id, COUNT(*) AS turns, COUNT(DISTINCT user_id) AS people,"
            + " SUM(CASE WHEN lease_until < :now THEN 1 ELSE 0 END) AS abandoned, MIN(created_at) AS oldest"
            + " FROM turns WHERE running_in IS NOT NULL GROUP BY app_id ORDER BY turns DESC, app_id LIMIT :limit")
    List<RunningTurns> running(Instant now, int limit);
}
