package dev.rechat.dify;

import java.time.Duration;

/** Dify kept silent for longer than {@link DifyClientConfiguration} allows. */
public final class DifyTimeoutException extends DifyException {

    private static final long serialVersionUID = 1L;

    private final Phase phase;

    DifyTimeoutException(Phase phase, Duration limit) {
        super("no progress from Dify in phase %s within %s".formatted(phase, limit), DifyProblem.NO_RESPONSE, null);
        this.phase = phase;
    }

    /** What was being waited for. */
    public Phase phase() {
        return phase;
    }

    /** What a call waits for, one after the other. */
    public enum Phase {
        /** A connection; nothing was sent. */
        CONNECT,
        /** The head of the response; the request may have been carried out. */
        FIRST_BYTE,
        /** More bytes of a response that has begun. */
        IDLE,
        /** The end of a call that is not streamed. */
        TOTAL
    }
}
