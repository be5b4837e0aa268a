package dev.rechat.runlog.node;

import dev.rechat.runlog.WireName;

/** Where the execution of a node came from. */
public enum NodeTriggeredFrom implements WireName {
    WORKFLOW_RUN("workflow-run"),
    SINGLE_STEP("single-step");

    private final String wire;

    NodeTriggeredFrom(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static NodeTriggeredFrom of(String wire) {
        return WireName.find(values(), wire);
    }
}
