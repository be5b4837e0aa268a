package dev.rechat.persistence.setting;

import dev.rechat.persistence.audit.AuditEvent;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What the audit log tells of a setting. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SettingHistoryRepository extends GenericRepository<AuditEvent, String> {

    /** Above every id. */
    String NEWEST = "~";

    /** Its changes, newest first. @param before the id of the last one of the page before, or {@link #NEWEST} */
    @Query("SELECT id, at, actor_id, action, target_type, target_id, address, user_agent, request_id, details"
            + " FROM audit_log WHERE target_type = 'setting' AND target_id = :key AND id < :before"
            + " AND action = 'setting_changed' ORDER BY id DESC LIMIT :limit")
    List<AuditEvent> list(String key, String before, int limit);
}
