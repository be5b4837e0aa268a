package dev.rechat.runlog.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.transfer.RunLogTransfer;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked often goes along an index, sorts nothing, and looks into the months that are meant only. */
class RunLogPlansIT {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final Schema SCHEMA = MigratedSchema.create();

    private static final ApplicationContext CONTEXT = RunLogHouse.open(SCHEMA);

    private static final Samples SAMPLES = new Samples();

    @BeforeAll
    static void fill() throws SQLException {
        List<WorkflowRun> runs = new ArrayList<>();
        List<NodeExecution> nodes = new ArrayList<>();
        List<AppLog> logs = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            WorkflowRun run = SAMPLES.run(START.plus(Duration.ofHours(i)))
                    .by("person-" + i % 50)
                    .status(i % 40 == 0 ? RunStatus.FAILED : RunStatus.SUCCEEDED)
                    .get();
            runs.add(run);
            nodes.add(SAMPLES.node(run.id(), 1, run.createdAt(), NodeStatus.SUCCEEDED));
            logs.add(SAMPLES.log(run, i % 20 == 0 ? AppLogSource.SERVICE_API : AppLogSource.WEB_APP));
        }
        RunLogTransfer transfer = CONTEXT.getBean(MySqlRunLogStore.class).transfer();
        transfer.write(Samples.batch(runs, nodes), Visibility.SOON);
        transfer.write(Samples.batch(logs, List.of(), List.of(), List.of()), Visibility.SOON);
        CONTEXT.getBean(RunLogPartitions.class).prepare();
        try (var connection = RunLogHouse.connect(SCHEMA)) {
            connection
                    .createStatement()
                    .execute("ANALYZE TABLE workflow_runs, workflow_node_executions, workflow_app_logs");
        }
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private record Plan(String table, String key, String extra, String partitions, long rows) {}

    private static Plan plan(Statement statement) throws SQLException {
        return plans(statement).getFirst();
    }

    /** Of each table that is read, the outermost first. */
    private static List<Plan> plans(Statement statement) throws SQLException {
        try (var connection = RunLogHouse.connect(SCHEMA)) {
            boolean maria;
            try (var rows = connection.createStatement().executeQuery("SELECT VERSION()")) {
                rows.next();
                maria = rows.getString(1).contains("MariaDB");
            }
            String explain = maria ? "EXPLAIN PARTITIONS " : "EXPLAIN ";
            try (var prepared = connection.prepareStatement(explain + statement.sql())) {
                statement.fill(prepared);
                try (var rows = prepared.executeQuery()) {
                    List<Plan> plans = new ArrayList<>();
                    while (rows.next()) {
                        plans.add(new Plan(
                                rows.getString("table"),
                                rows.getString("key"),
                                String.valueOf(rows.getString("Extra")),
                                rows.getString("partitions"),
                                rows.getLong("rows")));
                    }
                    return plans;
                }
            }
        }
    }

    private static Plan of(String table, List<Plan> plans) {
        return plans.stream()
                .filter(plan -> table.equals(plan.table()))
                .findFirst()
                .orElseThrow();
    }

    private static Statement page(RunQuery query) {
        return RunPages.filtered(query).add(" ORDER BY created_at DESC, id DESC LIMIT ?", 21);
    }

    @Test
    void pagesAlongTheIndexOfWhatIsNamed() throws SQLException {
        RunQuery app = RunQuery.of(SAMPLES.tenant, SAMPLES.app);
        RunQuery person = new RunQuery(SAMPLES.tenant, null, Set.of(), null, "person-1", TimeRange.ALL, null);
        RunQuery failed = new RunQuery(SAMPLES.tenant, null, Set.of(), RunStatus.FAILED, null, TimeRange.ALL, null);
        RunQuery all = new RunQuery(SAMPLES.tenant, null, Set.of(), null, null, TimeRange.ALL, null);

        assertThat(plan(page(app)).key()).isEqualTo("workflow_runs_app");
        assertThat(plan(page(person)).key()).isEqualTo("workflow_runs_person");
        assertThat(plan(page(failed)).key()).isEqualTo("workflow_runs_status");
        assertThat(plan(page(all)).key()).isEqualTo("workflow_runs_time");
        for (RunQuery query : List.of(app, person, failed, all)) {
            assertThat(plan(page(query)).extra()).doesNotContain("filesort", "temporary");
        }
    }

    @Test
    void looksForTheLogsOfOneRunAtATimeWhereRunsOfASourceAreWanted() throws SQLException {
        RunQuery app = RunQuery.of(SAMPLES.tenant, SAMPLES.app);
        RunQuery all = new RunQuery(SAMPLES.tenant, null, Set.of(), null, null, TimeRange.ALL, null);

        for (RunQuery query : List.of(app, all)) {
            List<Plan> plans = plans(page(query.through(AppLogSource.SERVICE_API)));

            assertThat(plans).hasSize(2);
            assertThat(plans.getFirst()).satisfies(runs -> {
                assertThat(runs.table()).isEqualTo("workflow_runs");
                assertThat(runs.key()).isEqualTo(plan(page(query)).key());
                assertThat(runs.extra()).doesNotContain("filesort", "temporary");
            });
            assertThat(plans.getLast()).satisfies(logs -> {
                assertThat(logs.table()).isEqualTo("workflow_app_logs");
                assertThat(logs.key()).isEqualTo("workflow_app_logs_run");
                assertThat(logs.rows()).isLessThan(10);
            });
        }
    }

    @Test
    void findsTheRunThatAPageBeginsAfterByItsId() throws SQLException {
        RunQuery all = new RunQuery(SAMPLES.tenant, null, Set.of(), null, null, TimeRange.ALL, null);
        for (RunQuery query :
                List.of(all, RunQuery.of(SAMPLES.tenant, SAMPLES.app).with(RunStatus.FAILED))) {
            Plan plan = plan(RunPages.cursor(query, Samples.id()));

            assertThat(plan.key()).isEqualTo("PRIMARY");
            assertThat(plan.rows()).isLessThan(100);
        }
    }

    @Test
    void asksWhetherRecordsAreThereWithoutReadingRows() throws SQLException {
        List<String> ids = Stream.generate(Samples::id).limit(500).toList();

        Plan ofRuns = plan(Writing.standing(RunRows.TABLE, ids));
        Plan ofNodes = plan(Writing.standing(NodeRows.TABLE, ids));

        assertThat(ofRuns.key()).isEqualTo("workflow_runs_id");
        assertThat(ofNodes.key()).isEqualTo("workflow_node_executions_id");
        assertThat(List.of(ofRuns.extra(), ofNodes.extra())).allMatch(extra -> extra.contains("Using index"));
    }

    @Test
    void looksIntoTheMonthsOfARangeOnly() throws SQLException {
        TimeRange february =
                new TimeRange(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-20T00:00:00Z"));
        RunQuery query = RunQuery.of(SAMPLES.tenant, SAMPLES.app).within(february);

        assertThat(plan(page(query)).partitions()).isEqualTo("p202602");
        assertThat(plan(NodeRows.TABLE.walk(SAMPLES.tenant, february, null, 100))
                        .partitions())
                .isEqualTo("p202602");
    }

    @Test
    void walksAlongTimeFromWhereItStood() throws SQLException {
        RecordKey after = new RecordKey(Instant.parse("2026-02-10T00:00:00Z"), Samples.id());
        TimeRange range = TimeRange.before(Instant.parse("2026-02-28T00:00:00Z"));

        Plan plan = plan(NodeRows.TABLE.walk(SAMPLES.tenant, range, after, 1000));

        assertThat(plan.key()).isEqualTo("workflow_node_executions_time");
        assertThat(plan.extra()).doesNotContain("filesort");
        assertThat(plan.partitions()).isEqualTo("p202602");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsNodesWithoutReadingRowsOrTheMonthsBefore(boolean ofOneApp) throws SQLException {
        Instant february = Instant.parse("2026-02-02T00:00:00Z");

        List<Plan> plans =
                plans(NodeSums.ofRuns(new Statement(), SAMPLES.tenant, ofOneApp ? SAMPLES.app : null, february, null)
                        .add(" GROUP BY n.app_id, n.node_id, r.triggered_from"));

        assertThat(plans).hasSize(2).allSatisfy(plan -> {
            assertThat(plan.extra()).contains("Using index").doesNotContain("Using index condition");
            assertThat(plan.partitions()).contains("p202602").doesNotContain("p202601");
        });
        assertThat(plans)
                .extracting(Plan::key)
                .containsExactly(ofOneApp ? "workflow_runs_app" : "workflow_runs_time", "workflow_node_executions_run");
    }

    @Test
    void forgetsTheDaysOfRunsWithoutReadingRows() throws SQLException {
        Plan plan = plan(NodeRollUp.days(
                SAMPLES.tenant, Stream.generate(Samples::id).limit(500).toList()));

        assertThat(plan.key()).isEqualTo("workflow_runs_id");
        assertThat(plan.extra()).contains("Using index");
    }

    @Test
    void ranksNodesFromDaysThatAreKnownAndFromRowsOfNoMonthBeforeTheOthers() throws SQLException {
        TimeRange range = TimeRange.since(Instant.parse("2026-01-06T00:00:00Z"));
        StatisticsQuery query = new StatisticsQuery(SAMPLES.tenant, null, TriggeredFrom.APP_RUN, range, ZoneOffset.UTC);
        SortedSet<LocalDate> known = new TreeSet<>(LocalDate.parse("2026-01-06")
                .datesUntil(LocalDate.parse("2026-03-05"))
                .toList());

        List<Plan> plans = plans(NodeRanking.ranking(query, known, " ORDER BY average DESC", 10));

        assertThat(of("workflow_node_days", plans).key()).isEqualTo("PRIMARY");
        assertThat(of("r", plans).key()).isEqualTo("workflow_runs_time");
        assertThat(of("r", plans).partitions()).startsWith("p202603");
        assertThat(of("n", plans).key()).isEqualTo("workflow_node_executions_run");
        assertThat(of("n", plans).partitions()).startsWith("p202603");
    }

    @Test
    void countsWithoutReadingRows() throws SQLException {
        Plan plan = plan(new Statement()
                .add(
                        "SELECT status, COUNT(*) FROM workflow_runs FORCE INDEX (workflow_runs_app)"
                                + " WHERE tenant_id = ? AND app_id = ? AND triggered_from IN ('app-run') GROUP BY status",
                        SAMPLES.tenant.id(),
                        SAMPLES.app));

        assertThat(plan.key()).isEqualTo("workflow_runs_app");
        assertThat(plan.extra()).contains("Using index");
    }
}
