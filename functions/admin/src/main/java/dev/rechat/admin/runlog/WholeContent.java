package dev.rechat.admin.runlog;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.WorkflowRun;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went into a run or a node and came out of it, from its row and from where the whole of it is kept. */
@Singleton
final class WholeContent {

    /** Three of these with what quoting adds fit into what a function may answer. */
    static final int MOST_CHARACTERS = 4_000_000;

    private final RunLogs logs;
    private final Optional<PayloadStore> payloads;

    WholeContent(RunLogs logs, Optional<PayloadStore> payloads) {
        this.logs = logs;
        this.payloads = payloads;
    }

    /** @param truncated what is not whole */
    record Content(
            @Nullable String inputs,
            @Nullable String processData,
            @Nullable String outputs,
            List<String> truncated,
            List<String> tooLarge) {}

    static Content asStored(NodeExecution node) {
        return new Content(node.inputs(), node.processData(), node.outputs(), names(cutOf(node)), List.of());
    }

    static Content asStored(WorkflowRun run) {
        return new Content(run.inputs(), null, run.outputs(), names(cutOf(run)), List.of());
    }

    /** What has no file any more stays as the row has it, and truncated. */
    Content whole(NodeExecution node) {
        return whole(node.id(), asStored(node), cutOf(node));
    }

    Content whole(WorkflowRun run) {
        return whole(run.id(), asStored(run), cutOf(run));
    }

    private Content whole(String owner, Content stored, Set<OffloadType> cut) {
        Set<OffloadType> tooLarge = EnumSet.noneOf(OffloadType.class);
        Map<OffloadType, String> whole = new EnumMap<>(OffloadType.class);
        for (Offload offload : cut.isEmpty() ? List.<Offload>of() : offloads(owner)) {
            String text = cut.contains(offload.type())
                    ? payloads.flatMap(store -> store.find(offload.fileKey())).orElse(null)
                    : null;
            if (text != null && text.length() > MOST_CHARACTERS) {
                tooLarge.add(offload.type());
            } else if (text != null) {
                whole.put(offload.type(), text);
            }
        }
        cut.removeAll(whole.keySet());
        return new Content(
                whole.getOrDefault(OffloadType.INPUTS, stored.inputs()),
                whole.getOrDefault(OffloadType.PROCESS_DATA, stored.processData()),
                whole.getOrDefault(OffloadType.OUTPUTS, stored.outputs()),
                names(cut),
                names(tooLarge));
    }

    private List<Offload> offloads(String owner) {
        return logs.store().nodes().findOffloads(logs.tenant(), List.of(owner));
    }

    private static Set<OffloadType> cutOf(WorkflowRun run) {
        Set<OffloadType> cut = EnumSet.noneOf(OffloadType.class);
        if (run.inputsTruncated()) {
            cut.add(OffloadType.INPUTS);
        }
        if (run.outputsTruncated()) {
            cut.add(OffloadType.OUTPUTS);
        }
        return cut;
    }

    private static Set<OffloadType> cutOf(NodeExecution node) {
        Set<OffloadType> cut = EnumSet.noneOf(OffloadType.class);
        if (node.truncated().inputs()) {
            cut.add(OffloadType.INPUTS);
        }
        if (node.truncated().processData()) {
            cut.add(OffloadType.PROCESS_DATA);
        }
        if (node.truncated().outputs()) {
            cut.add(OffloadType.OUTPUTS);
        }
        return cut;
    }

    private static List<String> names(Set<OffloadType> types) {
        return types.stream().map(OffloadType::wire).toList();
    }
}
