package dev.rechat.kernel.error;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything ReChat refuses or fails at on purpose. The message is shown to the person who made the
 * request: it says what is wrong in plain words and holds no secret, SQL or class name.
 */
public abstract class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    protected AppException(ErrorCode code, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    protected AppException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    /** What a program needs beside the code, as members of the problem body (RFC 9457 §3.2). */
    public Map<String, String> members() {
        return Map.of();
    }

    public final ErrorCode code() {
        return code;
    }

    /** When it makes sense to try again; empty when a repetition would fail the same way. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
