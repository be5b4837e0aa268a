package dev.rechat.kernel.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something ReChat depends on (Dify, the database) failed; what was already given to us is kept. */
public final class DependencyException extends AppException {

    private static final long serialVersionUID = 1L;

    public DependencyException(
            ErrorCode code, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(code, message, cause, retryAfter);
    }
}
