package dev.rechat.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface AuditRepository extends GenericRepository<AuditEvent, String> {

    String COLUMNS = "id, at, actor_id, action, target_type, target_id, address, user_agent, request_id, details";

    AuditEvent save(AuditEvent event);

    /** What was done to something, in the order of time. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM audit_log WHERE target_type = :targetType AND target_id = :targetId"
            + " AND id > :after ORDER BY id LIMIT :limit")
    List<AuditEvent> listOfTargetAfter(String targetType, String targetId, String after, int limit);

    /** @param ids not empty */
    @Query("SELECT " + COLUMNS + " FROM audit_log WHERE id IN (:ids)")
    List<AuditEvent> listOf(Collection<String> ids);

    /** Events that are not in the chain, in the order of their ids. It reads everything that is younger than {@code after}. */
    @Query("SELECT e.id AS id, e.at AS at, e.actor_id AS actor_id, e.action AS action, e.target_type AS target_type,"
            + " e.target_id AS target_id, e.address AS address, e.user_agent AS user_agent, e.request_id AS request_id,"
            + " e.details AS details"
            + " FROM audit_log e LEFT JOIN audit_chain c ON c.event_id = e.id"
            + " WHERE e.id > :after AND c.event_id IS NULL ORDER BY e.id LIMIT :limit")
    List<AuditEvent> listUnsealedAfter(String after, int limit);

    /** All events in the order of their ids, and where they stand in the chain. @param after an id or nothing */
    @Query("SELECT e.id AS id, c.position AS position FROM audit_log e LEFT JOIN audit_chain c ON c.event_id = e.id"
            + " WHERE e.id > :after ORDER BY e.id LIMIT :limit")
    List<AuditPlace> listPlacesAfter(String after, int limit);

    /** An event whose id or whose time is older. It reads all events where there is none. */
    @Query("SELECT id FROM audit_log WHERE id < :id OR at < :at ORDER BY id LIMIT 1")
    Optional<String> findOlder(String id, Instant at);

    /** For retention only. @param ids not empty */
    @Query("DELETE FROM audit_log WHERE id IN (:ids)")
    long deleteAll(Collection<String> ids);
}
