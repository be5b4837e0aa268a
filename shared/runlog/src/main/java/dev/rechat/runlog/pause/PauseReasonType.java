package dev.rechat.runlog.pause;

import dev.rechat.runlog.WireName;

/** What a paused run waits for. */
public enum PauseReasonType implements WireName {
    HUMAN_INPUT_REQUIRED("human_input_required"),
    SCHEDULED_PAUSE("scheduled_pause");

    private final String wire;

    PauseReasonType(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException when Dify has no such value */
    public static PauseReasonType of(String wire) {
        return WireName.find(values(), wire);
    }
}
