package dev.rechat.dify;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dify could not be reached, closed the connection before it answered, or answered with a 5xx status. */
public final class DifyUnavailableException extends DifyException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    DifyUnavailableException(String message, DifyProblem problem, @Nullable Duration retryAfter) {
        super(message, problem, null);
        this.retryAfter = retryAfter;
    }

    DifyUnavailableException(String message, Throwable cause) {
        super(message, DifyProblem.NO_RESPONSE, cause);
        this.retryAfter = null;
    }

    /** How long the server asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
