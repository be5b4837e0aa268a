package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** What kind of app a run belongs to. */
public enum RunType implements WireName {
    WORKFLOW("workflow"),
    CHAT("chat");

    private final String wire;

    RunType(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static RunType of(String wire) {
        return WireName.find(values(), wire);
    }
}
