package dev.rechat.runlog.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months are made ahead, hold what belongs to them, and go at once; where there are none, nothing else changes. */
class RunLogPartitionsIT {

    private final Schema schema = MigratedSchema.create();
    private final ApplicationContext context = RunLogHouse.open(schema);
    private final MySqlRunLogStore store = context.getBean(MySqlRunLogStore.class);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        context.close();
    }

    private WorkflowRun written(Samples owner, String time) {
        WorkflowRun run = owner.run(Instant.parse(time)).get();
        var node = owner.node(run.id(), 1, run.createdAt(), NodeStatus.SUCCEEDED);
        store.transfer().write(Samples.batch(List.of(run), List.of(node)), Visibility.AT_ONCE);
        store.runs().save(owner.log(run));
        return run;
    }

    private List<String> column(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = RunLogHouse.connect(schema);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private List<String> partitions(String table) throws SQLException {
        return column("SELECT partition_name FROM information_schema.partitions WHERE table_schema = DATABASE()"
                + " AND table_name = '" + table + "' ORDER BY partition_ordinal_position");
    }

    @Test
    void makesTheMonthsFromTheOldestRecordToThreeAhead() throws SQLException {
        WorkflowRun old = written(samples, "2026-01-31T23:59:59.999Z");
        YearMonth ahead = YearMonth.now(ZoneOffset.UTC).plusMonths(3);

        int made = context.getBean(RunLogPartitions.class).prepare();

        assertThat(made).isGreaterThan(3);
        assertThat(partitions("workflow_runs"))
                .startsWith("p202601", "p202602")
                .endsWith("p" + ahead.toString().replace("-", ""), "p_rest");
        assertThat(column("SELECT id FROM workflow_runs PARTITION (p202601)")).containsExactly(old.id());
        assertThat(context.getBean(RunLogPartitions.class).prepare()).isZero();
    }

    @Test
    void letsWholeMonthsGoAndTheRestInBatchesAndKeepsFigures() throws SQLException {
        written(samples, "2026-01-10T10:00:00Z");
        written(samples, "2026-02-10T10:00:00Z");
        WorkflowRun kept = written(samples, "2026-02-10T10:00:00.001Z");
        context.getBean(RunLogPartitions.class).prepare();
        StatisticsQuery figures =
                new StatisticsQuery(samples.tenant, null, TriggeredFrom.APP_RUN, TimeRange.ALL, ZoneOffset.UTC);
        List<DailyRuns> before = store.runs().dailyRuns(figures);
        List<NodeFigures> nodesBefore = store.runs().slowestNodes(figures, 10);

        Expiry expiry = store.runs().expire(samples.tenant, Instant.parse("2026-02-10T10:00:00.001Z"), 100);

        assertThat(expiry.months()).containsExactly("2026-01");
        assertThat(expiry.more()).isFalse();
        assertThat(expiry.removed().runs()).isEqualTo(1);
        assertThat(expiry.removed().nodeExecutions()).isEqualTo(1);
        assertThat(partitions("workflow_runs")).doesNotContain("p202601").contains("p202602");
        assertThat(store.transfer()
                        .read(RecordType.WORKFLOW_RUNS, samples.tenant, TimeRange.ALL, null, 10)
                        .runs())
                .containsExactly(kept);
        assertThat(store.runs().dailyRuns(figures)).isEqualTo(before).hasSize(2);
        assertThat(before.getFirst()).isEqualTo(new DailyRuns(LocalDate.parse("2026-01-10"), 1));
        assertThat(store.runs().slowestNodes(figures, 10))
                .isEqualTo(nodesBefore)
                .hasSize(1);
        assertThat(nodesBefore.getFirst().executions()).isEqualTo(3);

        // maintenance comes by again, and again lets go
        context.getBean(RunRollUp.class).roll(samples.tenant, 100);
        store.runs().expire(samples.tenant, Instant.parse("2026-02-10T10:00:00.001Z"), 100);
        assertThat(store.runs().dailyRuns(figures)).isEqualTo(before);
        assertThat(store.runs().slowestNodes(figures, 10)).isEqualTo(nodesBefore);
    }

    @Test
    void keepsAMonthInWhichSomebodyElseHasRecords() throws SQLException {
        Samples others = new Samples();
        written(samples, "2026-01-10T10:00:00Z");
        WorkflowRun foreign = written(others, "2026-01-11T10:00:00Z");
        context.getBean(RunLogPartitions.class).prepare();

        Expiry expiry = store.runs().expire(samples.tenant, Instant.parse("2026-02-01T00:00:00Z"), 100);

        assertThat(expiry.months()).isEmpty();
        assertThat(expiry.removed().runs()).isEqualTo(1);
        assertThat(partitions("workflow_runs")).contains("p202601");
        assertThat(store.runs().find(others.tenant, foreign.id())).isPresent();
    }

    @Test
    void deletesInBatchesWhereThereAreNoPartitions() throws SQLException {
        try (var connection = RunLogHouse.connect(schema);
                var statement = connection.createStatement()) {
            for (String table : RunLogPartitions.TABLES) {
                statement.execute("ALTER TABLE " + table + " REMOVE PARTITIONING");
            }
        }
        written(samples, "2026-01-10T10:00:00Z");

        assertThat(context.getBean(RunLogPartitions.class).prepare()).isZero();
        Expiry expiry = store.runs().expire(samples.tenant, Instant.parse("2026-02-01T00:00:00Z"), 100);

        assertThat(expiry.months()).isEmpty();
        assertThat(expiry.removed().runs()).isEqualTo(1);
        assertThat(expiry.removed().appLogs()).isEqualTo(1);
    }
}
