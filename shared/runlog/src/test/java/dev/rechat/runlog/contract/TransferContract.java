package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many records at once. */
public abstract class TransferContract extends StoreContract {

    private static final Instant NOON = Samples.NOON;

    private void write(List<WorkflowRun> runs, List<NodeExecution> nodes) {
        transfer().write(Samples.batch(runs, nodes), Visibility.AT_ONCE);
    }

    @Test
    void writesEveryKindAndReadsItAgain() {
        WorkflowRun run = samples.run(NOON).status(RunStatus.PAUSED).get();
        NodeExecution node = samples.node(run.id(), 1, NOON, NodeStatus.SUCCEEDED);
        AppLog log = samples.log(run);
        var offload = samples.offload(node, OffloadType.OUTPUTS);
        RunPause pause = new RunPause(
                Samples.id(),
                samples.tenant,
                samples.workflow,
                run.id(),
                samples.tenant.id() + "/states/x.json",
                List.of(new PauseReason(PauseReasonType.SCHEDULED_PAUSE, "", "later", "")),
                NOON,
                null);
        WorkflowRun bare = samples.run(NOON).id(run.id()).outputs("{}").get();
        ArchivedRun archive = new ArchivedRun(Samples.id(), bare, log, NOON.plusSeconds(5));
        RunLogBatch all = new RunLogBatch(
                List.of(run), List.of(node), List.of(log), List.of(offload), List.of(pause), List.of(archive));

        transfer().write(all, Visibility.AT_ONCE);
        transfer().write(all, Visibility.AT_ONCE);

        assertThat(walk(RecordType.WORKFLOW_RUNS, 5).runs()).containsExactly(run);
        assertThat(walk(RecordType.NODE_EXECUTIONS, 5).nodes()).containsExactly(node);
        assertThat(walk(RecordType.APP_LOGS, 5).appLogs()).containsExactly(log);
        assertThat(walk(RecordType.OFFLOADS, 5).offloads()).containsExactly(offload);
        assertThat(walk(RecordType.PAUSES, 5).pauses()).containsExactly(pause);
        assertThat(walk(RecordType.ARCHIVES, 5).archives())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("run.inputs")
                .containsExactly(archive);
        for (RecordType type : RecordType.values()) {
            assertThat(transfer().count(type, samples.tenant, TimeRange.ALL))
                    .as("%s", type)
                    .isEqualTo(1);
            assertThat(transfer()
                            .sample(type, samples.tenant, TimeRange.ALL, 10)
                            .size())
                    .as("%s", type)
                    .isEqualTo(1);
            assertThat(transfer().count(type, new Samples().tenant, TimeRange.ALL))
                    .isZero();
        }
        assertThat(transfer()
                        .read(RecordType.ARCHIVES, samples.tenant, List.of(run.id()))
                        .archives())
                .hasSize(1);
        assertThat(transfer()
                        .read(RecordType.PAUSES, samples.tenant, List.of(pause.id()))
                        .pauses())
                .containsExactly(pause);
    }

    private RunLogBatch walk(RecordType type, int limit) {
        return transfer().read(type, samples.tenant, TimeRange.ALL, null, limit);
    }

    @Test
    void neverOpensAgainWhatHasEnded() {
        WorkflowRun ended = samples.run(NOON).get();
        NodeExecution node = samples.node(ended.id(), 1, NOON, NodeStatus.SUCCEEDED);
        write(List.of(ended), List.of(node));
        WorkflowRun older = samples.run(NOON.plus(40, ChronoUnit.DAYS))
                .id(ended.id())
                .status(RunStatus.RUNNING)
                .outputs("{}")
                .get();
        NodeExecution olderNode = new NodeExecution(
                node.id(),
                node.tenant(),
                node.appId(),
                node.workflowId(),
                node.triggeredFrom(),
                node.workflowRunId(),
                node.index(),
                null,
                null,
                node.nodeId(),
                node.nodeType(),
                "Old title",
                null,
                null,
                null,
                node.truncated(),
                NodeStatus.RUNNING,
                null,
                node.elapsedTime(),
                null,
                null,
                null,
                node.createdByRole(),
                node.createdBy(),
                node.createdAt(),
                null);

        write(List.of(older), List.of(olderNode));

        assertThat(runs().find(samples.tenant, ended.id())).contains(ended);
        assertThat(nodes().find(samples.tenant, node.id())).contains(node);
    }

    @Test
    void writesTheEndOfWhatWasOpen() {
        WorkflowRun open = samples.run(NOON).status(RunStatus.RUNNING).get();
        WorkflowRun ended = samples.run(NOON.plusSeconds(5))
                .id(open.id())
                .status(RunStatus.FAILED)
                .get();

        write(List.of(open, ended), List.of());

        WorkflowRun found = runs().find(samples.tenant, open.id()).orElseThrow();
        assertThat(found.status()).isEqualTo(RunStatus.FAILED);
        assertThat(transfer().count(RecordType.WORKFLOW_RUNS, samples.tenant, TimeRange.ALL))
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherTenantsRun() {
        WorkflowRun run = samples.run(NOON).get();
        write(List.of(run), List.of());
        WorkflowRun foreign = new Samples().run(NOON).id(run.id()).get();

        assertThatIllegalArgumentException().isThrownBy(() -> write(List.of(foreign), List.of()));
        assertThat(runs().find(samples.tenant, run.id())).contains(run);
    }

    @Test
    void walksInOrderThroughTiesAndStopsAtTheEndOfTheRange() {
        List<WorkflowRun> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(samples.run(NOON.plusMillis(i / 4)).get());
        }
        write(all, List.of());
        TimeRange range = new TimeRange(NOON, NOON.plusMillis(2));
        List<WorkflowRun> expected = all.stream()
                .filter(run -> run.createdAt().isBefore(NOON.plusMillis(2)))
                .sorted(Comparator.comparing(WorkflowRun::key))
                .toList();
        List<WorkflowRun> walked = new ArrayList<>();
        RecordKey after = null;
        while (true) {
            List<WorkflowRun> found = transfer()
                    .read(RecordType.WORKFLOW_RUNS, samples.tenant, range, after, 3)
                    .runs();
            if (found.isEmpty()) {
                break;
            }
            walked.addAll(found);
            after = found.getLast().key();
        }

        assertThat(walked).isEqualTo(expected);
        assertThat(transfer().count(RecordType.WORKFLOW_RUNS, samples.tenant, range))
                .isEqualTo(8);
        assertThat(transfer()
                        .sample(RecordType.WORKFLOW_RUNS, samples.tenant, range, 100)
                        .runs())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(transfer()
                        .sample(RecordType.WORKFLOW_RUNS, samples.tenant, range, 3)
                        .runs())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsByIdsWhatIsThere() {
        WorkflowRun run = samples.run(NOON).get();
        write(List.of(run), List.of());

        assertThat(transfer()
                        .read(RecordType.WORKFLOW_RUNS, samples.tenant, List.of(run.id(), Samples.id()))
                        .runs())
                .containsExactly(run);
        assertThat(transfer()
                        .read(RecordType.WORKFLOW_RUNS, new Samples().tenant, List.of(run.id()))
                        .size())
                .isZero();
        assertThat(transfer()
                        .read(RecordType.WORKFLOW_RUNS, samples.tenant, List.of())
                        .size())
                .isZero();
    }

    @Test
    void reportsWhatThereIs() {
        WorkflowRun first = samples.run(NOON).get();
        WorkflowRun last = samples.run(NOON.plusSeconds(9)).get();
        write(List.of(last, first), List.of());

        StoreReport report = store().report(samples.tenant);

        assertThat(report.reachable()).isTrue();
        assertThat(report.problem()).isNull();
        assertThat(report.product()).isNotBlank();
        assertThat(report.store()).isEqualTo(store().name());
        assertThat(report.kinds()).extracting(StoreReport.Kind::type).containsExactly(RecordType.values());
        StoreReport.Kind runs = report.kinds().getFirst();
        assertThat(runs.count()).isEqualTo(2);
        assertThat(runs.exact()).isTrue();
        assertThat(runs.oldest()).isEqualTo(first.createdAt());
        assertThat(runs.newest()).isEqualTo(last.createdAt());
    }
}
