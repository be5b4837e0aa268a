package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** Where a run came from. Those that ReChat records are {@link #APP_RUN}; imports may bring the others. */
public enum TriggeredFrom implements WireName {
    APP_RUN("app-run"),
    DEBUGGING("debugging"),
    WEBHOOK("webhook"),
    SCHEDULE("schedule"),
    PLUGIN("plugin");

    private final String wire;

    TriggeredFrom(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static TriggeredFrom of(String wire) {
        return WireName.find(values(), wire);
    }
}
