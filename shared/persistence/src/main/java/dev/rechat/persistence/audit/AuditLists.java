package dev.rechat.persistence.audit;

import dev.rechat.kernel.id.IdTime;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Statement;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log for administrators, newest first. A page is read along an index that the filter begins with. */
@Singleton
public class AuditLists {

    /** Above every id. */
    public static final String NEWEST = "~";

    /** An event's time is not quite that of its id. */
    private static final Duration APART = Duration.ofHours(1);

    private final JdbcOperations jdbc;

    AuditLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before the id of the last event of the page before, or {@link #NEWEST} */
    @Connectable
    public List<ListedEvent> page(AuditFilter filter, String before, int limit) {
        Statement statement = statement(filter, before, limit);
        return jdbc.prepareStatement(statement.sql(), prepared -> {
            try (prepared) {
                statement.fill(prepared);
                try (var rows = prepared.executeQuery()) {
                    List<ListedEvent> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(listed(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    static Statement statement(AuditFilter filter, String before, int limit) {
        return new Statement()
                .add("SELECT e.id, e.at, e.actor_id, e.action, e.target_type, e.target_id, e.address, e.user_agent,"
                        + " e.request_id, e.details, u.email, c.position, c.hash FROM audit_log e FORCE INDEX ("
                        + index(filter) + ") LEFT JOIN users u ON u.id = e.actor_id AND u.deleting_at IS NULL"
                        + " LEFT JOIN audit_chain c ON c.event_id = e.id")
                .add(" WHERE e.id < ?", before)
                .addIf(" AND e.actor_id = ?", filter.actor())
                .addIf(" AND e.action = ?", filter.action())
                .addIf(" AND e.target_type = ?", filter.targetType())
                .addIf(" AND e.target_id = ?", filter.targetId())
                .addIf(" AND e.at >= ?", filter.from())
                .addIf(
                        " AND e.id >= ?",
                        filter.from() == null
                                ? null
                                : IdTime.floor(filter.from().minus(APART)))
                .addIf(" AND e.at < ?", filter.to())
                .addIf(
                        " AND e.id < ?",
                        filter.to() == null ? null : IdTime.floor(filter.to().plus(APART)))
                .add(" ORDER BY e.id DESC LIMIT ?", limit);
    }

    private static String index(AuditFilter filter) {
        if (filter.targetId() != null) {
            return "audit_log_target";
        }
        if (filter.actor() != null) {
            return "audit_log_actor";
        }
        if (filter.action() != null) {
            return "audit_log_action";
        }
        return filter.targetType() != null ? "audit_log_type" : "PRIMARY";
    }

    private static ListedEvent listed(ResultSet row) throws SQLException {
        String actor = row.getString("actor_id");
        var event = new AuditEvent(
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                actor(actor),
                row.getString("action"),
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("request_id"),
                row.getString("details"));
        return new ListedEvent(
                event, row.getString("email"), row.getObject("position", Long.class), row.getString("hash"));
    }

    private static @Nullable UserId actor(@Nullable String id) {
        return id == null ? null : UserId.of(id);
    }
}
