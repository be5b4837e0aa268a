package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.Program.Run;
import dev.rechat.maintenance.runlog.TestRecords;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.maintenance.runlog.move.MoveReport;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.search.server.SearchServer;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A move to a search server and back, as an operator makes it: each command in a process of its own, and one is killed. */
final class MoveToSearchIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SEEDED = 3_000;
    private static final int BATCH = 200;

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final Map<String, String> environment = new HashMap<>(Program.environment(house.schema()));
    private final RunLogStore database = house.bean(RunLogStores.class).chosen();
    private final WorkflowRun waiting = TestRecords.run(house.now().minus(Duration.ofDays(40)), RunStatus.PAUSED);

    MoveToSearchIT() {
        environment.put("RUNLOG_TENANT", TestRecords.TENANT.id());
        environment.put(
                "RUNLOG_ELASTICSEARCH_HOSTS",
                SearchServer.of(Product.OPENSEARCH).toString());
        environment.put(
                "RUNLOG_ELASTICSEARCH_PREFIX",
                "move" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void losesNothingByAKillWhileRunsGoOnAndNamesWhatWasChangedAfterwards() throws Exception {
        seed();

        try (LiveRuns live = new LiveRuns(database, house::now, Duration.ofMillis(200))) {
            long checkpoint = killedAmidNodes();
            Run beside = runLog("migrate", "--from", "mysql", "--to", "elasticsearch");
            assertThat(beside.exitCode()).isEqualTo(1);
            assertThat(beside.output()).contains("Nothing was done: another process is at it, or was killed");

            leaseIsOver();
            MoveReport resumed = move("mysql", "elasticsearch");
            goesOnBehind(checkpoint, resumed, live.end());
        }
        database.transfer()
                .write(
                        Kinds.RUNS.batch(
                                List.of(TestRecords.run(waiting.id(), waiting.createdAt(), RunStatus.SUCCEEDED))),
                        Visibility.AT_ONCE);
        MoveReport last = move("mysql", "elasticsearch");
        assertThat(last.openRuns()).isEqualTo(1);
        isSame(runLog("validate", "--full"));

        List<String> changed = changeByHand();
        Run validated = runLog("validate", "--full");
        assertThat(validated.exitCode()).isEqualTo(1);
        assertThat(validated.output().lines().filter(line -> line.contains(": ")))
                .containsExactlyInAnyOrderElementsOf(changed);

        environment.put("RUNLOG_STORE", "elasticsearch");
        move("elasticsearch", "mysql");
        isSame(runLog("validate", "--full"));
    }

    private void seed() {
        for (int days : new int[] {40, 20, 2}) {
            database.transfer()
                    .write(
                            TestRecords.history(house.now().minus(Duration.ofDays(days)), SEEDED / 3),
                            Visibility.AT_ONCE);
        }
        database.transfer().write(Kinds.RUNS.batch(List.of(waiting)), Visibility.AT_ONCE);
        database.transfer()
                .write(Kinds.PAUSES.batch(List.of(TestRecords.pause(waiting, "state/1"))), Visibility.AT_ONCE);
    }

    /** All runs are there then, and a part of their executions. @return how many executions were noted as read */
    private long killedAmidNodes() throws Exception {
        Program moving = Program.start(
                environment,
                "runlog",
                "migrate",
                "--from",
                "mysql",
                "--to",
                "elasticsearch",
                "--batch-size",
                String.valueOf(BATCH));
        Instant deadline = house.now().plus(PATIENCE);
        while (nodesRead() < 5 * BATCH && moving.alive() && house.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        Run killed = moving.kill();
        assertThat(killed.exitCode()).as(killed.output()).isEqualTo(128 + 9);
        return nodesRead();
    }

    private long nodesRead() {
        return house.number("SELECT COALESCE(MAX(records_read), 0) FROM runlog_transfers"
                + " WHERE transfer_key LIKE '%:node_executions' AND pass = 0");
    }

    /** What waiting for two minutes comes to. */
    private void leaseIsOver() {
        String past = MaintenanceHouse.time(house.now().minusSeconds(1));
        assertThat(house.sql("UPDATE runlog_transfers SET lease_until = ? WHERE lease_owner IS NOT NULL", past))
                .as("only the killed one holds something")
                .isEqualTo(1);
    }

    private static void goesOnBehind(long checkpoint, MoveReport resumed, long live) {
        MoveReport.Kind runs = kind(resumed, RecordType.WORKFLOW_RUNS);
        assertThat(live).isPositive();
        assertThat(runs.read()).as("only what came last").isLessThanOrEqualTo(runs.passes() * live);
        MoveReport.Kind nodes = kind(resumed, RecordType.NODE_EXECUTIONS);
        assertThat(nodes.read())
                .as("behind " + checkpoint)
                .isLessThanOrEqualTo(2 * SEEDED - checkpoint + (nodes.passes() + 1) * 2 * live);
        assertThat(nodes.written()).isGreaterThanOrEqualTo(2 * SEEDED - checkpoint);
    }

    private List<String> changeByHand() {
        List<String> logs = house.stored("SELECT id FROM workflow_app_logs ORDER BY created_at, id LIMIT 3");
        List<String> runs = house.stored("SELECT id FROM workflow_runs ORDER BY created_at DESC, id LIMIT 1");
        logs.forEach(id -> house.sql("DELETE FROM workflow_app_logs WHERE id = ?", id));
        house.sql("UPDATE workflow_runs SET total_tokens = 43 WHERE id = ?", runs.getFirst());
        return List.of(
                "workflow_runs " + runs.getFirst() + ": different: total_tokens",
                "app_logs " + logs.get(0) + ": missing in mysql",
                "app_logs " + logs.get(1) + ": missing in mysql",
                "app_logs " + logs.get(2) + ": missing in mysql");
    }

    private MoveReport move(String from, String to) throws Exception {
        Run run = runLog("migrate", "--from", from, "--to", to, "--json");
        assertThat(run.exitCode()).as(run.output()).isZero();
        return report(run);
    }

    private MoveReport report(Run run) throws IOException {
        return Objects.requireNonNull(house.bean(JsonMapper.class).readValue(run.output(), MoveReport.class));
    }

    private static MoveReport.Kind kind(MoveReport report, RecordType type) {
        return report.kinds().stream()
                .filter(kind -> kind.type().equals(type.wire()))
                .findFirst()
                .orElseThrow();
    }

    private static void isSame(Run validated) {
        assertThat(validated.exitCode()).as(validated.output()).isZero();
        assertThat(validated.output()).contains("No difference.");
    }

    private Run runLog(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "runlog";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Program.run(environment, all);
    }
}
