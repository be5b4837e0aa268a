package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.TurnId;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the ledger. A page costs what it shows, and what it passes over for status and error. */
@Singleton
public class TurnUsages {

    private final JdbcOperations jdbc;

    TurnUsages(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page begins: after this turn of this day. */
    public record Place(LocalDate day, TurnId turn) {}

    /** At most so many rows after a place, the latest day first. @param after null to begin at the beginning */
    @Connectable
    public List<TurnUsage> page(TurnUsageFilter filter, @Nullable Place after, int limit) {
        var query = new ReportStatement()
                .append("SELECT " + TurnUsageRepository.COLUMNS)
                .from("turn_usage", index(filter.usage()), filter.usage());
        if (filter.status() != null) {
            query.append(" AND status = ?", filter.status());
        }
        if (filter.error() != null) {
            query.append(" AND error_code = ?", filter.error());
        }
        if (after != null) {
            query.append(" AND day <= ? AND (day < ? OR turn_id < ?)", after.day(), after.day(), after.turn());
        }
        query.append(" ORDER BY day DESC, turn_id DESC LIMIT ?", limit);
        return jdbc.prepareStatement(query.sql(), statement -> {
            try (statement) {
                query.fill(statement);
                try (var rows = statement.executeQuery()) {
                    return jdbc.entityStream(rows, TurnUsage.class).toList();
                }
            }
        });
    }

    private static String index(UsageFilter filter) {
        if (filter.user() != null) {
            return "user";
        }
        return filter.app() != null ? "app" : "day";
    }
}
