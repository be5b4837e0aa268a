package dev.rechat.dify;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dify has too much to do for this app at the moment; the call was not carried out and may be made again later. Also
 * thrown when Dify says so with status 400, as it does for the ceiling on concurrent requests.
 */
public final class DifyRateLimitedException extends DifyException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    DifyRateLimitedException(String message, DifyProblem problem, @Nullable Duration retryAfter) {
        super(message, problem, null);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
