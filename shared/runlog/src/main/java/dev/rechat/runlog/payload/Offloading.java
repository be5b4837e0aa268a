package dev.rechat.runlog.payload;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.run.WorkflowRun;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is too large for a row to the payload store, as Dify does with nodes: the row keeps what is cut, an offload tells where
 * the whole is. Names are made of the record and the kind, so that doing it again replaces the same payload.
 */
@Singleton
public class Offloading {

    private final Truncation truncation;
    private final PayloadStore payloads;

    Offloading(Truncation truncation, PayloadStore payloads) {
        this.truncation = truncation;
        this.payloads = payloads;
    }

    /** A record as its row is to hold it, and where the rest is. */
    public record Cut<T>(T record, List<Offload> offloads) {
        public Cut {
            offloads = List.copyOf(offloads);
        }
    }

    /** Whose mapping it is. @param about what ids of its offloads are made of */
    private record Owner(
            Tenant tenant, AppId app, String id, Instant createdAt, String kind, String name, String about) {

        static Owner of(NodeExecution node) {
            String about = node.tenant().id() + "/" + node.id() + "/";
            return new Owner(
                    node.tenant(), node.appId(), node.id(), node.createdAt(), "nodes", "node_execution", about);
        }

        static Owner of(WorkflowRun run) {
            String about = run.tenant().id() + "/runs/" + run.id() + "/";
            return new Owner(run.tenant(), run.appId(), run.id(), run.createdAt(), "runs", "workflow_run", about);
        }
    }

    /**
     * Blocks while it writes what is too large; there is nothing to write for most.
     *
     * @param whole with its mappings whole
     * @throws dev.rechat.runlog.RunLogUnavailableException when the payload store does not answer; what it took until then is
     *     replaced the next time
     */
    public Cut<NodeExecution> cut(NodeExecution whole) {
        Owner owner = Owner.of(whole);
        List<Offload> offloads = new ArrayList<>();
        String inputs = cut(owner, OffloadType.INPUTS, whole.inputs(), offloads);
        String processData = cut(owner, OffloadType.PROCESS_DATA, whole.processData(), offloads);
        String outputs = cut(owner, OffloadType.OUTPUTS, whole.outputs(), offloads);
        if (offloads.isEmpty()) {
            return new Cut<>(whole, offloads);
        }
        NodeExecution.Truncated truncated = new NodeExecution.Truncated(
                whole.truncated().inputs() || has(offloads, OffloadType.INPUTS),
                whole.truncated().processData() || has(offloads, OffloadType.PROCESS_DATA),
                whole.truncated().outputs() || has(offloads, OffloadType.OUTPUTS));
        return new Cut<>(Shortened.of(whole, inputs, processData, outputs, truncated), offloads);
    }

    /** As of executions; the offloads have the run's id where others have their execution's. */
    public Cut<WorkflowRun> cut(WorkflowRun whole) {
        Owner owner = Owner.of(whole);
        List<Offload> offloads = new ArrayList<>();
        String inputs = cut(owner, OffloadType.INPUTS, whole.inputs(), offloads);
        String outputs = cut(owner, OffloadType.OUTPUTS, whole.outputs(), offloads);
        if (offloads.isEmpty()) {
            return new Cut<>(whole, offloads);
        }
        WorkflowRun shortened = Shortened.of(
                whole,
                inputs,
                whole.inputsTruncated() || has(offloads, OffloadType.INPUTS),
                outputs == null ? whole.outputs() : outputs,
                whole.outputsTruncated() || has(offloads, OffloadType.OUTPUTS));
        return new Cut<>(shortened, offloads);
    }

    private static boolean has(List<Offload> offloads, OffloadType type) {
        return offloads.stream().anyMatch(offload -> offload.type() == type);
    }

    private @Nullable String cut(Owner owner, OffloadType type, @Nullable String json, List<Offload> offloads) {
        if (json == null) {
            return null;
        }
        Optional<String> left = truncation.cut(json);
        if (left.isEmpty()) {
            return json;
        }
        UUID id = UUID.nameUUIDFromBytes((owner.about() + type.wire()).getBytes(StandardCharsets.UTF_8));
        String key = PayloadKey.of(owner.tenant(), owner.kind(), owner.name() + "_" + id + "_" + type.wire() + ".json");
        payloads.put(key, json);
        offloads.add(new Offload(id.toString(), owner.tenant(), owner.app(), owner.id(), type, key, owner.createdAt()));
        return left.get();
    }
}
