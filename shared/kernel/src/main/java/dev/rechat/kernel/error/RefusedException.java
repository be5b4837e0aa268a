package dev.rechat.kernel.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that was understood and refused; the code says why. Nothing was changed. */
public final class RefusedException extends AppException {

    private static final long serialVersionUID = 1L;

    public RefusedException(ErrorCode code, String message) {
        super(code, message);
    }

    public RefusedException(ErrorCode code, String message, @Nullable Duration retryAfter) {
        super(code, message, null, retryAfter);
    }
}
