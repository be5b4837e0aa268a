package dev.rechat.persistence.turn;

import java.util.Locale;

/** Where a turn stands; all but {@link #STREAMING} are final. */
public enum TurnStatus {
    STREAMING,
    COMPLETED,
    STOPPED,
    STOP_UNCONFIRMED,
    FAILED,
    /** Its producer died; the text so far is kept. */
    INTERRUPTED,
    /** A run waits for a person; another turn goes on with it. */
    PAUSED;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
