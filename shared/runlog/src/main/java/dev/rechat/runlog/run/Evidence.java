package dev.rechat.runlog.run;

import dev.rechat.runlog.WireName;

/** How much of a run its record knows. */
public enum Evidence implements WireName {
    /** Its events are still being told. */
    OPEN("open"),
    /** Its events told its end. */
    TOLD("told"),
    /** The stream was cut or never seen; Dify's run detail told the end, so nodes may be missing. */
    LOOKED_UP("looked_up"),
    /** The stream was cut and nobody could tell the rest. */
    CUT("cut");

    private final String wire;

    Evidence(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static Evidence of(String wire) {
        return WireName.find(values(), wire);
    }
}
