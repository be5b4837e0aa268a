package dev.rechat.runlog.node;

import dev.rechat.runlog.WireName;

/** Which of a node's three mappings was too large for its row, or of a run's two. */
public enum OffloadType implements WireName {
    INPUTS("inputs"),
    PROCESS_DATA("process_data"),
    OUTPUTS("outputs");

    private final String wire;

    OffloadType(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static OffloadType of(String wire) {
        return WireName.find(values(), wire);
    }
}
