package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What maintenance must do wherever it runs: bring an empty database up to date, and keep it tidy. */
final class MaintenanceJourney {

    /** Somebody who expects a proxy answer does not understand the function's own; a failure has another type. */
    private static final String ANSWERED = "InvalidResponse";

    private MaintenanceJourney() {}

    static void run(Packaging packaging, DatabaseKind kind) {
        Schema schema = TestDatabase.shared(kind).createSchema();
        try (RunningFunction maintenance = new RunningFunction(packaging, "maintenance", schema)) {
            call(maintenance, "{\"task\":\"migrate\"}");
            long migrations = number(schema, "SELECT COUNT(*) FROM flyway_schema_history WHERE success");
            assertThat(migrations).isGreaterThan(10);

            call(maintenance, "{\"task\":\"migrate\"}");
            assertThat(number(schema, "SELECT COUNT(*) FROM flyway_schema_history"))
                    .as("nothing is done twice")
                    .isEqualTo(migrations);

            call(maintenance, "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{}}");
            assertThat(number(schema, "SELECT COUNT(*) FROM maintenance_runs WHERE problem IS NULL"))
                    .isPositive();
        }
    }

    private static void call(RunningFunction maintenance, String event) {
        LambdaAnswer answer = maintenance.lambda.invoke(event).awaitResponse(PATIENCE);
        assertThat(answer.complete()).as(maintenance.process.log()).isTrue();
        assertThat(answer.error() == null ? "" : answer.error().type())
                .as(maintenance.process.log())
                .isEqualTo(ANSWERED);
    }

    private static long number(Schema schema, String query) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
