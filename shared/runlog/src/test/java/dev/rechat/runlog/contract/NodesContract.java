package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeOutline;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Node executions and their offloads. */
public abstract class NodesContract extends StoreContract {

    private static final Instant NOON = Samples.NOON;

    private NodeExecution saved(NodeExecution node) {
        nodes().save(node);
        return node;
    }

    @Test
    void findsAtOnceAllThatWasSaved() {
        NodeExecution node = saved(samples.node(Samples.id(), 2, NOON, NodeStatus.FAILED));

        assertThat(nodes().find(samples.tenant, node.id())).contains(node);
        assertThat(nodes().find(new Samples().tenant, node.id())).isEmpty();
    }

    @Test
    void listsARunInItsOrder() {
        String run = Samples.id();
        NodeExecution third = saved(samples.node(run, 3, NOON.plusMillis(5), NodeStatus.PAUSED));
        NodeExecution second = saved(samples.node(run, 2, NOON, NodeStatus.SUCCEEDED));
        NodeExecution first = saved(samples.node(run, 1, NOON, NodeStatus.SUCCEEDED));
        saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));

        assertThat(nodes().findByRun(samples.tenant, samples.app, run)).containsExactly(first, second, third);
        assertThat(nodes().findByRun(samples.tenant, new AppId(UUID.randomUUID()), run))
                .isEmpty();
        assertThat(nodes().findByRun(new Samples().tenant, samples.app, run)).isEmpty();
        assertThat(nodes().findSnapshots(samples.tenant, samples.app, samples.workflow, run))
                .containsExactly(snapshot(first), snapshot(second), snapshot(third));
        assertThat(nodes().findSnapshots(samples.tenant, samples.app, Samples.id(), run))
                .isEmpty();
        assertThat(nodes().findOutlines(samples.tenant, samples.app, run))
                .containsExactly(NodeOutline.of(first), NodeOutline.of(second), NodeOutline.of(third));
        assertThat(nodes().findOutlines(samples.tenant, new AppId(UUID.randomUUID()), run))
                .isEmpty();
        assertThat(nodes().findOutlines(new Samples().tenant, samples.app, run)).isEmpty();
    }

    private static NodeSnapshot snapshot(NodeExecution node) {
        return new NodeSnapshot(
                node.id(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                node.index(),
                node.status(),
                node.elapsedTime(),
                node.createdAt(),
                node.finishedAt(),
                node.iterationId(),
                node.loopId());
    }

    @Test
    void findsTheLastOfANodeThatDoesNotWait() {
        saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));
        NodeExecution later = saved(samples.node(Samples.id(), 1, NOON.plusSeconds(1), NodeStatus.FAILED));
        saved(samples.node(Samples.id(), 1, NOON.plusSeconds(2), NodeStatus.PAUSED));

        assertThat(nodes().findLast(samples.tenant, samples.app, samples.workflow, "node-1"))
                .contains(later);
        assertThat(nodes().findLast(samples.tenant, samples.app, samples.workflow, "node-9"))
                .isEmpty();
        assertThat(nodes().findLast(samples.tenant, samples.app, Samples.id(), "node-1"))
                .isEmpty();
    }

    @Test
    void replacesAnOffloadOfTheSameKind() {
        NodeExecution node = saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));
        Offload before = samples.offload(node, OffloadType.OUTPUTS);
        Offload after = samples.offload(node, OffloadType.OUTPUTS);
        Offload inputs = samples.offload(node, OffloadType.INPUTS);
        nodes().save(before);
        nodes().save(after);
        nodes().save(inputs);

        assertThat(nodes().findOffloads(samples.tenant, List.of(node.id())))
                .extracting(Offload::fileKey)
                .containsExactlyInAnyOrder(after.fileKey(), inputs.fileKey());
        assertThat(nodes().findOffloads(new Samples().tenant, List.of(node.id())))
                .isEmpty();
    }

    @Test
    void findsAndDeletesWhatBeganBeforeATime() {
        NodeExecution old = saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));
        NodeExecution older = saved(samples.node(Samples.id(), 1, NOON.minusSeconds(1), NodeStatus.RUNNING));
        NodeExecution young = saved(samples.node(Samples.id(), 1, NOON.plusMillis(1), NodeStatus.SUCCEEDED));
        nodes().save(samples.offload(old, OffloadType.INPUTS));

        assertThat(nodes().findExpired(samples.tenant, NOON.plusMillis(1), 10)).containsExactlyInAnyOrder(old, older);
        assertThat(nodes().deleteExpired(samples.tenant, NOON.plusMillis(1), 1)).isEqualTo(new NodeCounts(2, 1));
        assertThat(nodes().find(samples.tenant, young.id())).isPresent();
    }

    @Test
    void deletesByIdAndLeavesOffloads() {
        NodeExecution node = saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));
        nodes().save(samples.offload(node, OffloadType.INPUTS));

        assertThat(nodes().delete(new Samples().tenant, List.of(node.id()))).isZero();
        assertThat(nodes().delete(samples.tenant, List.of(node.id(), Samples.id())))
                .isEqualTo(1);
        assertThat(nodes().find(samples.tenant, node.id())).isEmpty();
        assertThat(nodes().findOffloads(samples.tenant, List.of(node.id()))).hasSize(1);
    }

    @Test
    void countsAndDeletesByRunsAndByApp() {
        String run = Samples.id();
        NodeExecution node = saved(samples.node(run, 1, NOON, NodeStatus.SUCCEEDED));
        saved(samples.node(run, 2, NOON, NodeStatus.SUCCEEDED));
        NodeExecution other = saved(samples.node(Samples.id(), 1, NOON, NodeStatus.SUCCEEDED));
        nodes().save(samples.offload(node, OffloadType.INPUTS));

        assertThat(nodes().countByRuns(samples.tenant, List.of(run))).isEqualTo(new NodeCounts(2, 1));
        assertThat(nodes().countByRuns(new Samples().tenant, List.of(run))).isEqualTo(new NodeCounts(0, 0));
        assertThat(nodes().deleteByRuns(samples.tenant, List.of(run))).isEqualTo(new NodeCounts(2, 1));
        assertThat(nodes().find(samples.tenant, other.id())).isPresent();
        assertThat(nodes().deleteByApp(samples.tenant, samples.app, 5)).isEqualTo(new NodeCounts(1, 0));
    }

    @Test
    void keepsCountsAndDeletesWhatRunsThemselvesHavePutAside() {
        WorkflowRun run = samples.run(NOON).get();
        WorkflowRun other = samples.run(NOON).get();
        runs().save(run);
        runs().save(other);
        NodeExecution node = saved(samples.node(run.id(), 1, NOON, NodeStatus.SUCCEEDED));
        Offload ofNode = samples.offload(node, OffloadType.INPUTS);
        Offload inputs = samples.offload(run, OffloadType.INPUTS);
        Offload outputs = samples.offload(run, OffloadType.OUTPUTS);
        List.of(ofNode, inputs, outputs, samples.offload(other, OffloadType.INPUTS))
                .forEach(nodes()::save);

        assertThat(nodes().findOffloads(samples.tenant, List.of(run.id()))).containsExactly(inputs, outputs);
        assertThat(nodes().findOffloads(samples.tenant, List.of(run.id(), node.id())))
                .containsExactlyInAnyOrder(inputs, outputs, ofNode);
        assertThat(nodes().countByRuns(samples.tenant, List.of(run.id()))).isEqualTo(new NodeCounts(1, 3));
        assertThat(nodes().deleteByRuns(samples.tenant, List.of(run.id()))).isEqualTo(new NodeCounts(1, 3));
        assertThat(nodes().findOffloads(samples.tenant, List.of(run.id(), node.id())))
                .isEmpty();
        assertThat(nodes().findOffloads(samples.tenant, List.of(other.id()))).hasSize(1);
        assertThat(nodes().deleteByApp(samples.tenant, samples.app, 5)).isEqualTo(new NodeCounts(0, 1));
        assertThat(runs().find(samples.tenant, run.id())).isPresent();
    }
}
