package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** How a run stands. Ended runs never change. */
public enum RunStatus implements WireName {
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    STOPPED("stopped"),
    PARTIAL_SUCCEEDED("partial-succeeded"),
    PAUSED("paused");

    private final String wire;

    RunStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    public boolean isEnded() {
        return this != RUNNING && this != PAUSED;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static RunStatus of(String wire) {
        return WireName.find(values(), wire);
    }
}
