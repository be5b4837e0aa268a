package dev.rechat.runlog.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server refuses now is told from what it will never take, and nothing that was taken is lost. */
final class RefusalsIT {

    private final Schema schema = MigratedSchema.create();
    private final Samples samples = new Samples();

    @AutoClose
    private final ApplicationContext context = RunLogHouse.open(schema);

    private final MySqlRunLogStore store = context.getBean(MySqlRunLogStore.class);

    private void sql(String statement) throws SQLException {
        try (var connection = RunLogHouse.connect(schema);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static void write(MySqlRunLogStore store, List<WorkflowRun> runs) {
        store.transfer().write(Samples.batch(runs, List.of()), Visibility.AT_ONCE);
    }

    private boolean kept(WorkflowRun run) {
        return store.runs().find(samples.tenant, run.id()).isPresent();
    }

    @Test
    void namesRecordsThatAreRefusedForGoodAndWritesTheirNeighbours() {
        WorkflowRun first = samples.run(Samples.NOON).get();
        WorkflowRun tooLong =
                samples.run(Samples.NOON).by("secret words ".repeat(40)).get();
        WorkflowRun last = samples.run(Samples.NOON).get();

        assertThatThrownBy(() -> write(store, List.of(first, tooLong, last)))
                .isInstanceOf(RejectedRecordException.class)
                .hasMessageContaining(tooLong.id())
                .hasMessageContaining("1406")
                .hasMessageNotContaining(first.id())
                .hasMessageNotContaining("secret words");

        assertThat(List.of(first, last)).allMatch(this::kept);
        assertThat(kept(tooLong)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1114, 1026, 1030})
    void saysThatTheDatabaseTakesNothingNowWhileItsDiskIsFullAndWritesAgainAfterwards(int error) throws SQLException {
        // No disk of a test can be filled; the server fails in its own words as if one was.
        sql("CREATE TRIGGER disk_is_full BEFORE INSERT ON workflow_runs FOR EACH ROW"
                + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = " + error + ", MESSAGE_TEXT = 'The table is full'");
        WorkflowRun run = samples.run(Samples.NOON).get();

        assertThatThrownBy(() -> write(store, List.of(run)))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessageContaining(String.valueOf(error));
        assertThat(kept(run)).isFalse();

        sql("DROP TRIGGER disk_is_full");
        write(store, List.of(run));
        assertThat(kept(run)).isTrue();
    }

    @Test
    void sendsInPartsWhatIsTooMuchForOneStatementAndNamesWhatIsTooMuchAlone() {
        Schema narrow = new Schema(schema.jdbcUrl() + "&maxAllowedPacket=65536", schema.username(), schema.password());
        List<WorkflowRun> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(samples.run(Samples.NOON).outputs(json(20_000)).get());
        }
        WorkflowRun huge = samples.run(Samples.NOON).outputs(json(100_000)).get();
        runs.add(3, huge);

        try (ApplicationContext small = RunLogHouse.open(narrow)) {
            assertThatThrownBy(() -> write(small.getBean(MySqlRunLogStore.class), runs))
                    .isInstanceOf(RejectedRecordException.class)
                    .hasMessageContaining("1 records were refused: " + huge.id())
                    .hasMessageContaining("max_allowed_packet");
        }

        assertThat(runs).filteredOn(run -> run != huge).allMatch(this::kept);
    }

    private static String json(int size) {
        return "{\"a\":\"" + "x".repeat(size) + "\"}";
    }
}
