package dev.rechat.chat.runlog;

import dev.rechat.dify.payload.AgentLogEntry;
import dev.rechat.dify.payload.ContainerResult;
import dev.rechat.dify.payload.ContainerStart;
import dev.rechat.dify.payload.ContainerStep;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.NodeStart;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.writing.Closing;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one run. Content is held of open ones only. What has ended is not told again: a snapshot repeats it without
 * its details.
 */
final class Executions {

    private final RunContext context;
    private final String run;
    private final String workflow;
    private final Content content;
    private final Moments moments;
    private final Consumer<NodeExecution> told;
    private final ExecutionIds ids;
    private final RunPrice price = new RunPrice();
    private final Map<String, ExecutionDraft> open = new LinkedHashMap<>();
    private final Map<String, String> replayed = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private int lastIndex;
    private int exceptions;

    Executions(
            RunContext context,
            String run,
            String workflow,
            Content content,
            Moments moments,
            Consumer<NodeExecution> told) {
        this.context = context;
        this.run = run;
        this.workflow = workflow;
        this.content = content;
        this.moments = moments;
        this.told = told;
        this.ids = new ExecutionIds(run);
    }

    RunPrice price() {
        return price;
    }

    /** Failures that the graph handled. */
    int exceptions() {
        return exceptions;
    }

    /** How many executions were heard of. */
    int size() {
        return open.size() + ended.size();
    }

    void replay() {
        ids.replay();
        replayed.clear();
    }

    private String idOf(@Nullable String difyId, @Nullable String nodeId, @Nullable String type) {
        boolean unique = difyId != null && !difyId.isEmpty() && !ExecutionIds.isContainer(type);
        return unique
                ? Content.id(difyId)
                : replayed.computeIfAbsent(difyId + " " + nodeId, first -> ids.nextReplayed(Content.id(nodeId)));
    }

    void started(NodeStart node) {
        String id = idOf(node.id(), node.nodeId(), node.nodeType());
        if (open.containsKey(id) || ended.contains(id)) {
            return;
        }
        ExecutionDraft draft = begin(id, node.id(), node.index(), node.createdAt());
        draft.known(node.nodeId(), node.nodeType(), node.title());
        draft.predecessor = Content.idOrNull(node.predecessorNodeId());
        draft.within(node.iterationId(), node.loopId());
        draft.inputs = content.of(node.inputs());
        tell(draft);
    }

    private ExecutionDraft begin(String id, @Nullable String difyId, @Nullable Integer index, @Nullable Instant at) {
        ExecutionDraft draft = new ExecutionDraft(id, moments.at(at));
        draft.difyId = Content.idOrNull(difyId);
        draft.index = index != null && index > 0 ? index : lastIndex + 1;
        lastIndex = Math.max(lastIndex, draft.index);
        open.put(id, draft);
        return draft;
    }

    void finished(NodeResult node) {
        String id = idOf(node.id(), node.nodeId(), node.nodeType());
        if (ended.contains(id)) {
            return;
        }
        ExecutionDraft draft = open.get(id);
        if (draft == null) {
            draft = begin(id, node.id(), node.index(), node.createdAt());
        }
        draft.known(node.nodeId(), node.nodeType(), node.title());
        draft.within(node.iterationId(), node.loopId());
        draft.predecessor = draft.predecessor == null ? Content.idOrNull(node.predecessorNodeId()) : draft.predecessor;
        mappings(draft, node.inputs(), node.processData(), node.outputs());
        draft.metadata(node.executionMetadata());
        end(draft, node.status(), node.error(), node.elapsedTime(), node.finishedAt());
        price.add(draft, node.executionMetadata());
    }

    /** An attempt that failed, as a row of its own. */
    void retried(NodeResult node) {
        String id = idOf(node.id(), node.nodeId(), node.nodeType());
        ExecutionDraft running = open.get(id);
        int number = node.retryIndex() == null ? 1 : node.retryIndex();
        String retry = ExecutionIds.retry(id, number);
        if (ended.contains(id) || ended.contains(retry)) {
            return;
        }
        Instant at = running == null ? moments.at(node.createdAt()) : running.createdAt;
        ExecutionDraft draft = begin(retry, node.id(), running == null ? node.index() : (Integer) running.index, at);
        draft.createdAt = at;
        draft.known(node.nodeId(), node.nodeType(), node.title());
        if (running != null) {
            draft.within(running.iterationId, running.loopId);
        }
        draft.within(node.iterationId(), node.loopId());
        mappings(draft, node.inputs(), node.processData(), node.outputs());
        draft.metadata(node.executionMetadata());
        draft.note("retry_index", JsonNode.createNumberNode(number));
        end(draft, "retry", node.error(), node.elapsedTime(), node.finishedAt());
    }

    void started(ContainerStart node, String type) {
        ExecutionDraft draft = begin(ids.next(Content.id(node.nodeId())), node.id(), null, node.createdAt());
        draft.known(node.nodeId(), node.nodeType() == null ? type : node.nodeType(), node.title());
        draft.inputs = content.of(node.inputs());
        draft.metadata(node.metadata());
        tell(draft);
    }

    void next(ContainerStep step) {
        ExecutionDraft draft = open.get(ids.current(Content.id(step.nodeId())));
        if (draft != null) {
            draft.rounds.next(moments.at(step.createdAt()));
        }
    }

    void finished(ContainerResult node, String type) {
        String id = ids.current(Content.id(node.nodeId()));
        if (ended.contains(id)) {
            return;
        }
        ExecutionDraft draft = open.get(id);
        if (draft == null) {
            draft = begin(id, node.id(), null, node.createdAt());
        }
        draft.known(node.nodeId(), node.nodeType() == null ? type : node.nodeType(), node.title());
        mappings(draft, node.inputs(), null, node.outputs());
        draft.metadata(node.executionMetadata());
        draft.rounds.were(node.steps() == null ? 0 : node.steps());
        if (node.totalTokens() != null) {
            draft.note("total_tokens", JsonNode.createNumberNode(node.totalTokens()));
        }
        end(draft, node.status(), node.error(), node.elapsedTime(), node.finishedAt());
        price.add(draft, node.executionMetadata());
    }

    void logged(AgentLogEntry entry) {
        ExecutionDraft draft = entry.nodeExecutionId() == null ? null : open.get(Content.id(entry.nodeExecutionId()));
        if (draft != null && content.kept()) {
            draft.agent.add(entry);
        }
    }

    /** @param nodes of the graph that wait */
    void paused(Collection<String> nodes) {
        for (ExecutionDraft draft : open.values()) {
            if (nodes.contains(draft.nodeId) && draft.status == NodeStatus.RUNNING) {
                draft.status = NodeStatus.PAUSED;
                tell(draft);
            }
        }
    }

    /** What is open when its run is over. */
    void close(RunStatus status, @Nullable String error, Instant at) {
        for (ExecutionDraft draft : open.values()) {
            told.accept(Closing.closed(record(draft), status, error, at));
            ended.add(draft.id);
        }
        open.clear();
    }

    private void mappings(
            ExecutionDraft draft,
            @Nullable JsonNode inputs,
            @Nullable JsonNode processData,
            @Nullable JsonNode outputs) {
        draft.inputs = inputs == null ? draft.inputs : content.of(inputs);
        draft.processData = content.of(processData);
        draft.outputs = content.of(outputs);
    }

    private void end(
            ExecutionDraft draft,
            @Nullable String status,
            @Nullable String error,
            @Nullable Duration elapsed,
            @Nullable Instant finishedAt) {
        draft.status = statusOf(status, error);
        draft.error = Content.error(error);
        Instant at = moments.at(finishedAt);
        draft.finishedAt = at.isBefore(draft.createdAt) ? draft.createdAt : at;
        draft.elapsed = elapsed == null ? Duration.between(draft.createdAt, draft.finishedAt) : elapsed;
        open.remove(draft.id);
        ended.add(draft.id);
        exceptions += draft.status == NodeStatus.EXCEPTION ? 1 : 0;
        tell(draft);
    }

    private static NodeStatus statusOf(@Nullable String told, @Nullable String error) {
        for (NodeStatus status : NodeStatus.values()) {
            if (status.wire().equals(told)) {
                return status;
            }
        }
        return error == null ? NodeStatus.SUCCEEDED : NodeStatus.FAILED;
    }

    private void tell(ExecutionDraft draft) {
        told.accept(record(draft));
    }

    private NodeExecution record(ExecutionDraft draft) {
        return draft.record(context, run, workflow, content);
    }
}
