package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * A call to Dify failed. The subclasses say what a caller can do about it; whichever is thrown, the connection is
 * already released.
 *
 * <p>{@link #getMessage()} is safe to log: it never holds the key, nor Dify's own words, which may quote what the user
 * typed. Those are in {@link #difyMessage()}.
 */
public abstract sealed class DifyException extends RuntimeException
        permits DifyRateLimitedException,
                DifyUnavailableException,
                DifyTimeoutException,
                DifyRejectedException,
                DifyUnauthorizedException,
                DifyProtocolException {

    private static final long serialVersionUID = 1L;

    private final DifyProblem problem;

    DifyException(String message, DifyProblem problem, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** The HTTP status, 0 when no response came. */
    public int status() {
        return problem.status();
    }

    /** Dify's code such as {@code invalid_param}; null when the answer had none, as a proxy's page has not. */
    public @Nullable String code() {
        return problem.code();
    }

    /** Dify's message, null when there was none. It may quote what the user typed: show it with care, do not log it. */
    public @Nullable String difyMessage() {
        return problem.message();
    }

    /** The trace id Dify sent as {@code X-Trace-Id}, null when there was none. */
    public @Nullable String traceId() {
        return problem.traceId();
    }

    DifyProblem problem() {
        return problem;
    }
}
