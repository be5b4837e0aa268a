package dev.rechat.runlog;

import java.util.Locale;

/** The kinds of records. Names are those of Dify's tables. */
public enum RecordType {
    WORKFLOW_RUNS,
    NODE_EXECUTIONS,
    APP_LOGS,
    OFFLOADS,
    PAUSES,
    ARCHIVES;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public static RecordType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
