package dev.rechat.maintenance.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.MaintenanceHouse;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.maintenance.runlog.tidy.Cleanup;
import dev.rechat.maintenance.runlog.tidy.CleanupReport;
import dev.rechat.maintenance.runlog.tidy.PausePruning;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What maintenance does to the records of runs, on a real database. */
final class RunLogTasksIT {

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final RunLogStore store = house.bean(RunLogStores.class).chosen();
    private final Tenant tenant = house.bean(RunLogStores.class).tenant();
    private final PayloadStore files = house.bean(PayloadStore.class);

    private WorkflowRun run(String id, Duration ago, RunStatus status) {
        return TestRecords.run(tenant, app.id(), id, house.now().minus(ago), status);
    }

    private final App app = house.app("reports", "workflow", dify.uri(), DemoApps.WORKFLOW_KEY);

    private WorkflowRun found(String id) {
        return store.runs().find(tenant, id).orElseThrow();
    }

    @Test
    void asksDifyHowARunEndedAndClosesItsNodes() {
        String id = dify.past(
                        DemoApps.WORKFLOW_KEY, "user-1", List.of(house.now().minus(Duration.ofHours(3))))
                .getFirst();
        WorkflowRun open = run(id, Duration.ofHours(3), RunStatus.RUNNING);
        NodeExecution node = TestRecords.node(open, 1, NodeStatus.RUNNING);
        store.transfer().write(Kinds.RUNS.batch(List.of(open)), Visibility.AT_ONCE);
        store.transfer().write(Kinds.NODES.batch(List.of(node)), Visibility.AT_ONCE);

        assertThat(house.count(TaskName.RUN_LOG_OPEN)).isEqualTo(1);
        Outcome outcome = house.run(TaskName.RUN_LOG_OPEN);

        assertThat(outcome).isEqualTo(new Outcome.Complete(TaskName.RUN_LOG_OPEN, 1));
        assertThat(found(id).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(found(id).evidence()).isEqualTo(Evidence.LOOKED_UP);
        assertThat(found(id).outputs()).contains("It rains.");
        assertThat(found(id).totalTokens()).isEqualTo(42);
        assertThat(store.nodes().find(tenant, node.id()).orElseThrow().status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(house.count(TaskName.RUN_LOG_OPEN)).isZero();
    }

    @Test
    void marksARunAsCutThatDifyDoesNotKnowAndLeavesAYoungOne() {
        WorkflowRun lost = run(UUID.randomUUID().toString(), Duration.ofHours(3), RunStatus.RUNNING);
        WorkflowRun young = run(UUID.randomUUID().toString(), Duration.ofMinutes(5), RunStatus.RUNNING);
        store.transfer().write(Kinds.RUNS.batch(List.of(lost, young)), Visibility.AT_ONCE);

        house.run(TaskName.RUN_LOG_OPEN);

        assertThat(found(lost.id()).evidence()).isEqualTo(Evidence.CUT);
        assertThat(found(lost.id()).status()).isEqualTo(RunStatus.FAILED);
        assertThat(found(young.id()).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void leavesARunOpenWhoseDifyDoesNotAnswerUntilNobodyWaitsAnyMore() {
        WorkflowRun waiting = run(UUID.randomUUID().toString(), Duration.ofHours(3), RunStatus.RUNNING);
        WorkflowRun ancient = run(UUID.randomUUID().toString(), Duration.ofDays(31), RunStatus.PAUSED);
        store.transfer().write(Kinds.RUNS.batch(List.of(waiting, ancient)), Visibility.AT_ONCE);
        dify.close();

        Outcome outcome = house.run(TaskName.RUN_LOG_OPEN);

        assertThat(outcome).isEqualTo(new Outcome.Complete(TaskName.RUN_LOG_OPEN, 1));
        assertThat(found(waiting.id()).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(found(ancient.id()).evidence()).isEqualTo(Evidence.CUT);
    }

    @Test
    void makesTheMonthsToComeOnceAndNothingTheNextTime() {
        house.run(TaskName.RUN_LOG_PARTITIONS);

        assertThat(house.run(TaskName.RUN_LOG_PARTITIONS))
                .isEqualTo(new Outcome.Complete(TaskName.RUN_LOG_PARTITIONS, 0));
        assertThat(house.number("SELECT COUNT(*) FROM information_schema.partitions WHERE table_schema = DATABASE()"
                        + " AND table_name = 'workflow_runs'"))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void removesOldPausesWithWhatWasKnownThen() {
        WorkflowRun old = run(UUID.randomUUID().toString(), Duration.ofDays(100), RunStatus.SUCCEEDED);
        files.put("states/old", "{}");
        store.transfer().write(Kinds.RUNS.batch(List.of(old)), Visibility.AT_ONCE);
        store.transfer().write(Kinds.PAUSES.batch(List.of(TestRecords.pause(old, "states/old"))), Visibility.AT_ONCE);

        assertThat(house.run(TaskName.RUN_LOG_PAUSES)).isEqualTo(new Outcome.Complete(TaskName.RUN_LOG_PAUSES, 1));
        assertThat(store.runs().findPause(tenant, old.id())).isEmpty();
        assertThat(files.find("states/old")).isEmpty();
    }

    @Test
    void keepsAllWhileNoRetentionIsSet() {
        store.transfer()
                .write(
                        Kinds.RUNS.batch(List.of(
                                run(UUID.randomUUID().toString(), Duration.ofDays(4_000), RunStatus.SUCCEEDED))),
                        Visibility.AT_ONCE);

        assertThat(house.count(TaskName.RUN_LOGS)).isZero();
        assertThat(house.run(TaskName.RUN_LOGS)).isEqualTo(new Outcome.Complete(TaskName.RUN_LOGS, 0));
        assertThat(store.transfer().count(RecordType.WORKFLOW_RUNS, tenant, TimeRange.ALL))
                .isEqualTo(1);
    }

    @Test
    void cleansUpRecordsAndFilesAndKeepsTheFiguresOfWhatGoes() {
        WorkflowRun old = run(UUID.randomUUID().toString(), Duration.ofDays(100), RunStatus.SUCCEEDED);
        WorkflowRun young = run(UUID.randomUUID().toString(), Duration.ofDays(1), RunStatus.SUCCEEDED);
        NodeExecution node = TestRecords.node(old, 1, NodeStatus.SUCCEEDED);
        files.put("large/old", "{}");
        store.transfer().write(Kinds.RUNS.batch(List.of(old, young)), Visibility.AT_ONCE);
        store.transfer().write(Kinds.NODES.batch(List.of(node)), Visibility.AT_ONCE);
        store.transfer().write(Kinds.LOGS.batch(List.of(TestRecords.log(old))), Visibility.AT_ONCE);
        store.transfer()
                .write(Kinds.OFFLOADS.batch(List.of(TestRecords.offload(node, "large/old"))), Visibility.AT_ONCE);
        Instant before = house.now().minus(Duration.ofDays(30));
        Cleanup cleanup = new Cleanup(store, List.of(), files, tenant, before, true);

        assertThat(cleanup.due().due())
                .containsExactly(
                        new CleanupReport.Due("workflow_runs", 1),
                        new CleanupReport.Due("node_executions", 1),
                        new CleanupReport.Due("app_logs", 1),
                        new CleanupReport.Due("offloads", 1),
                        new CleanupReport.Due("pauses", 0));
        while (cleanup.next()) {}

        CleanupReport report = cleanup.report();
        assertThat(report.more()).isFalse();
        assertThat(report.archived()).isEqualTo(1);
        assertThat(report.files()).isEqualTo(1);
        assertThat(report.removed()).as(report.toString()).isEqualTo(4);
        assertThat(store.runs().find(tenant, old.id())).isEmpty();
        assertThat(store.runs().find(tenant, young.id())).isPresent();
        assertThat(store.runs()
                        .findArchive(tenant, old.id())
                        .orElseThrow()
                        .run()
                        .totalTokens())
                .isEqualTo(42);
        assertThat(files.find("large/old")).isEmpty();
    }

    @Test
    void leavesFilesThatRecordsOfAnotherStoreStillName() {
        WorkflowRun old = run(UUID.randomUUID().toString(), Duration.ofDays(100), RunStatus.SUCCEEDED);
        Offload moved = TestRecords.offload(TestRecords.node(old, 1, NodeStatus.SUCCEEDED), "large/moved");
        Offload left = TestRecords.offload(TestRecords.node(old, 2, NodeStatus.SUCCEEDED), "large/left");
        files.put("large/moved", "{}");
        files.put("large/left", "{}");
        store.transfer().write(Kinds.OFFLOADS.batch(List.of(moved, left)), Visibility.AT_ONCE);
        MemoryStore search = new MemoryStore(StoreName.ELASTICSEARCH);
        search.put(Kinds.OFFLOADS, List.of(moved));
        Cleanup cleanup =
                new Cleanup(store, List.of(search), files, tenant, house.now().minus(Duration.ofDays(30)), false);

        while (cleanup.next()) {}

        assertThat(cleanup.report().files()).isEqualTo(1);
        assertThat(files.find("large/moved")).isPresent();
        assertThat(files.find("large/left")).isEmpty();
        assertThat(store.transfer().count(RecordType.OFFLOADS, tenant, TimeRange.ALL))
                .isZero();
    }

    @Test
    void leavesStatesThatPausesOfAnotherStoreStillName() {
        RunPause moved = paused("states/moved");
        RunPause left = paused("states/left");
        MemoryStore search = new MemoryStore(StoreName.ELASTICSEARCH);
        search.put(Kinds.PAUSES, List.of(moved));
        Cleanup cleanup =
                new Cleanup(store, List.of(search), files, tenant, house.now().minus(Duration.ofDays(30)), false);

        while (cleanup.next()) {}

        assertThat(cleanup.report().pauses()).isEqualTo(2);
        assertThat(store.transfer().count(RecordType.PAUSES, tenant, TimeRange.ALL))
                .isZero();
        assertThat(files.find(moved.stateKey())).isPresent();
        assertThat(files.find(left.stateKey())).isEmpty();
    }

    @Test
    void prunesPausesAndTheirStatesWithTheLastStoreThatNamesThem() {
        RunPause old = paused("states/old");
        MemoryStore search = new MemoryStore(StoreName.ELASTICSEARCH);
        search.put(Kinds.PAUSES, List.of(old));
        RunLogConfiguration searchFirst =
                new RunLogConfiguration("elasticsearch", tenant.id(), "full", "", 0, Duration.ofSeconds(10));
        RunLogStores both = new RunLogStores(List.of(store, search), searchFirst);

        Batch pruned = new PausePruning(both, house.now().minus(Duration.ofDays(90))).next();

        assertThat(pruned).isEqualTo(new Batch(2, false));
        assertThat(files.find(old.stateKey())).isEmpty();
    }

    /** A pause of a run of long ago, with its state. */
    private RunPause paused(String stateKey) {
        WorkflowRun run = run(UUID.randomUUID().toString(), Duration.ofDays(100), RunStatus.PAUSED);
        RunPause pause = TestRecords.pause(run, stateKey);
        files.put(stateKey, "{}");
        store.transfer().write(Kinds.RUNS.batch(List.of(run)), Visibility.AT_ONCE);
        store.transfer().write(Kinds.PAUSES.batch(List.of(pause)), Visibility.AT_ONCE);
        return pause;
    }
}
