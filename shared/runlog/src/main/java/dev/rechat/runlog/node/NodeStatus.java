package dev.rechat.runlog.node;

import dev.rechat.runlog.WireName;

/** How the execution of a node stands. {@link #EXCEPTION} is a failure that the graph handles itself. */
public enum NodeStatus implements WireName {
    PENDING("pending"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    EXCEPTION("exception"),
    STOPPED("stopped"),
    PAUSED("paused"),
    RETRY("retry");

    private final String wire;

    NodeStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static NodeStatus of(String wire) {
        return WireName.find(values(), wire);
    }
}
