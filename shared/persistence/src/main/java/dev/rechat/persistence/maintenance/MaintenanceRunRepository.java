package dev.rechat.persistence.maintenance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What housekeeping has done. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface MaintenanceRunRepository extends GenericRepository<MaintenanceRun, String> {

    String COLUMNS = "id, task, started_at, finished_at, done, problem";

    MaintenanceRun save(MaintenanceRun run);

    @Query("UPDATE maintenance_runs SET done = :done WHERE id = :id")
    long advance(String id, long done);

    @Query("UPDATE maintenance_runs SET done = :done, problem = :problem, finished_at = :now WHERE id = :id")
    long finish(String id, long done, @Nullable String problem, Instant now);

    /** Removes earlier runs of a task that found nothing to do: of those the last one says it all. */
    @Query("DELETE FROM maintenance_runs WHERE task = :task AND id < :id AND done = 0 AND problem IS NULL"
            + " AND finished_at IS NOT NULL ORDER BY id LIMIT 100")
    long removeIdle(String task, String id);

    /** The latest first. */
    @Query("SELECT " + COLUMNS + " FROM maintenance_runs WHERE task = :task ORDER BY id DESC LIMIT :limit")
    List<MaintenanceRun> listLatest(String task, int limit);

    @Query("SELECT COUNT(*) FROM maintenance_runs WHERE id < :before")
    long countOlder(String before);

    /** @param before an id or a time's place in their order */
    @Query("DELETE FROM maintenance_runs WHERE id < :before ORDER BY id LIMIT :limit")
    long removeOlder(String before, int limit);
}
