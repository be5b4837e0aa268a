package dev.rechat.admin.runlog;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.payload.PayloadStore;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went into a node and came out of it, from its row and from where the whole of it is kept. */
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

    /** What has no file any more stays as the row has it, and truncated. */
    Content whole(NodeExecution node) {
        Set<OffloadType> cut = cutOf(node);
        Set<OffloadType> tooLarge = EnumSet.noneOf(OffloadType.class);
        Map<OffloadType, String> whole = new EnumMap<>(OffloadType.class);
        for (Offload offload : cut.isEmpty() ? List.<Offload>of() : offloads(node)) {
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
                whole.getOrDefault(OffloadType.INPUTS, node.inputs()),
                whole.getOrDefault(OffloadType.PROCESS_DATA, node.processData()),
                whole.getOrDefault(OffloadType.OUTPUTS, node.outputs()),
                names(cut),
                names(tooLarge));
    }

    private List<Offload> offloads(NodeExecution node) {
        return logs.store().nodes().findOffloads(logs.tenant(), List.of(node.id()));
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
