package dev.rechat.persistence.maintenance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Logs, uploads and figures that are kept for a time, and how much of them is beyond it. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ExpiredRepository extends GenericRepository<MaintenanceRun, String> {

    @Query("SELECT COUNT(*) FROM turn_events e WHERE e.created_at < :before"
            + " AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.id = e.turn_id AND t.running_in IS NOT NULL)")
    long countLogs(Instant before);

    /** @param before the place of a time among the ids */
    @Query("SELECT COUNT(*) FROM files WHERE message_id IS NULL AND id < :before AND direction = 'UPLOAD'")
    long countUploads(String before);

    /** Uploads that no question carries, looked for without locks. @param before the place of a time among the ids */
    @Query("SELECT id FROM files WHERE message_id IS NULL AND id < :before AND direction = 'UPLOAD'"
            + " ORDER BY id LIMIT :limit")
    List<String> listUploads(String before, int limit);

    /** Those that no question carries yet. @param ids not empty */
    @Query("DELETE FROM files WHERE id IN (:ids) AND message_id IS NULL")
    long removeUploads(Collection<String> ids);

    @Query("SELECT COUNT(*) FROM turn_usage WHERE day < :before")
    long countUsage(LocalDate before);

    @Query("DELETE FROM turn_usage WHERE day < :before ORDER BY day, turn_id LIMIT :limit")
    long removeUsage(LocalDate before, int limit);

    @Query("SELECT COUNT(*) FROM budget_counters WHERE period_start < :before")
    long countCounters(LocalDate before);

    @Query("DELETE FROM budget_counters WHERE period_start < :before ORDER BY period_start LIMIT :limit")
    long removeCounters(LocalDate before, int limit);
}
