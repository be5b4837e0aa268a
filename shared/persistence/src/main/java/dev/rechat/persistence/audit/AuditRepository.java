package dev.rechat.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface AuditRepository extends GenericRepository<AuditEvent, String> {

    AuditEvent save(AuditEvent event);

    /** What was done to something, in the order of time. @param after an id or nothing */
    @Query("SELECT id, at, actor_id, action, target_type, target_id, address, user_agent, request_id, details"
            + " FROM audit_log WHERE target_type = :targetType AND target_id = :targetId AND id > :after"
            + " ORDER BY id LIMIT :limit")
    List<AuditEvent> listOfTargetAfter(String targetType, String targetId, String after, int limit);
}
