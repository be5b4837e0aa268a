package dev.rechat.runlog.payload;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is too large for an execution's row to the payload store, as Dify does: the row keeps what is cut, an offload tells
 * where the whole is. Names are made of the execution and the kind, so that doing it again replaces the same payload.
 */
@Singleton
public class Offloading {

    private final Truncation truncation;
    private final PayloadStore payloads;

    Offloading(Truncation truncation, PayloadStore payloads) {
        this.truncation = truncation;
        this.payloads = payloads;
    }

    /** An execution as its row is to hold it, and where the rest is. */
    public record Cut(NodeExecution execution, List<Offload> offloads) {
        public Cut {
            offloads = List.copyOf(offloads);
        }
    }

    /**
     * Blocks while it writes what is too large; there is nothing to write for most.
     *
     * @param whole with its mappings whole
     * @throws dev.rechat.runlog.RunLogUnavailableException when the payload store does not answer; what it took until then is
     *     replaced the next time
     */
    public Cut cut(NodeExecution whole) {
        List<Offload> offloads = new ArrayList<>();
        String inputs = cut(whole, OffloadType.INPUTS, whole.inputs(), offloads);
        String processData = cut(whole, OffloadType.PROCESS_DATA, whole.processData(), offloads);
        String outputs = cut(whole, OffloadType.OUTPUTS, whole.outputs(), offloads);
        if (offloads.isEmpty()) {
            return new Cut(whole, offloads);
        }
        NodeExecution.Truncated truncated = new NodeExecution.Truncated(
                whole.truncated().inputs() || has(offloads, OffloadType.INPUTS),
                whole.truncated().processData() || has(offloads, OffloadType.PROCESS_DATA),
                whole.truncated().outputs() || has(offloads, OffloadType.OUTPUTS));
        return new Cut(with(whole, inputs, processData, outputs, truncated), offloads);
    }

    private static boolean has(List<Offload> offloads, OffloadType type) {
        return offloads.stream().anyMatch(offload -> offload.type() == type);
    }

    private @Nullable String cut(
            NodeExecution execution, OffloadType type, @Nullable String json, List<Offload> offloads) {
        if (json == null) {
            return null;
        }
        Optional<String> left = truncation.cut(json);
        if (left.isEmpty()) {
            return json;
        }
        String about = execution.tenant().id() + "/" + execution.id() + "/" + type.wire();
        UUID id = UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
        String key = PayloadKey.of(execution.tenant(), "nodes", "node_execution_" + id + "_" + type.wire() + ".json");
        payloads.put(key, json);
        offloads.add(new Offload(
                id.toString(),
                execution.tenant(),
                execution.appId(),
                execution.id(),
                type,
                key,
                execution.createdAt()));
        return left.get();
    }

    private static NodeExecution with(
            NodeExecution whole,
            @Nullable String inputs,
            @Nullable String processData,
            @Nullable String outputs,
            NodeExecution.Truncated truncated) {
        return new NodeExecution(
                whole.id(),
                whole.tenant(),
                whole.appId(),
                whole.workflowId(),
                whole.triggeredFrom(),
                whole.workflowRunId(),
                whole.index(),
                whole.predecessorNodeId(),
                whole.nodeExecutionId(),
                whole.nodeId(),
                whole.nodeType(),
                whole.title(),
                inputs,
                processData,
                outputs,
                truncated,
                whole.status(),
                whole.error(),
                whole.elapsedTime(),
                whole.executionMetadata(),
                whole.iterationId(),
                whole.loopId(),
                whole.createdByRole(),
                whole.createdBy(),
                whole.createdAt(),
                whole.finishedAt());
    }
}
