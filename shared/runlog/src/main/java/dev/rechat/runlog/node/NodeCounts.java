package dev.rechat.runlog.node;

/** How many executions and offloads. */
public record NodeCounts(long executions, long offloads) {

    public NodeCounts plus(NodeCounts other) {
        return new NodeCounts(executions + other.executions, offloads + other.offloads);
    }
}
