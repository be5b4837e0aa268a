package dev.rechat.usage;

import dev.rechat.kernel.time.HouseZone;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.UsageLedger;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beans of this module on a schema of their own, with a clock that stands still until it is set. */
public final class UsageHouse implements AutoCloseable {

    private final Schema schema = MigratedSchema.create();
    private final ApplicationContext context;
    private volatile Instant now = Instant.parse("2026-03-02T08:00:00Z");

    public UsageHouse() {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        context = ApplicationContext.builder().properties(properties).build();
        context.registerSingleton(Clock.class, new StandingClock());
        context.start();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void setTime(Instant time) {
        now = time;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    /** Writes the setting as it lies in the table, and waits until it counts. @param json as stored */
    public void zone(String json) {
        sql(
                "REPLACE INTO system_settings SET setting_key = ?, setting_value = ?, updated_at = NOW(3)",
                HouseZone.SETTING,
                json);
        forward(Duration.ofMinutes(1));
    }

    /** In a transaction of its own, as the end of a turn has it. */
    // a bean is asked for by its class, which says nothing of connections; there is one kind of transaction here
    @SuppressWarnings("unchecked")
    public void end(EndedTurn turn) {
        TransactionOperations<Connection> transactions = bean(TransactionOperations.class);
        Deadlocks.retry(() -> transactions.executeWrite(status -> {
            bean(UsageLedger.class).record(turn);
            return turn;
        }));
    }

    public int sql(String statement, Object... arguments) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setString(i + 1, arguments[i].toString());
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Every row, its columns side by side; NULL as {@code null}. */
    public List<List<String>> rows(String query) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private final class StandingClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock stands in UTC only");
        }
    }
}
