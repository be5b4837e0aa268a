package dev.rechat.runlog;

import org.jspecify.annotations.Nullable;

/** A store that does not answer, or refuses to write (a full disk, a missing right). What was to be written is not written. */
public final class RunLogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for operators; without content and without secrets */
    public RunLogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
