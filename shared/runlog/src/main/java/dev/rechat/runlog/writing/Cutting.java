package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import java.util.List;

/** Takes what is too large for an execution's row elsewhere. Blocks; may be asked again for the same execution. */
@FunctionalInterface
public interface Cutting {

    /** Leaves everything where it is. */
    Cutting NONE = execution -> new Cut(execution, List.of());

    Cut cut(NodeExecution execution);

    /** An execution as its row is to hold it, and where the rest is. */
    record Cut(NodeExecution execution, List<Offload> offloads) {
        public Cut {
            offloads = List.copyOf(offloads);
        }
    }
}
