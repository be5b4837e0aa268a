package dev.rechat.kernel.error;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that was understood and refused; the code says why. Nothing was changed. */
public final class RefusedException extends AppException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> members;

    public RefusedException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    public RefusedException(ErrorCode code, String message, Map<String, String> members) {
        this(code, message, members, null);
    }

    public RefusedException(
            ErrorCode code, String message, Map<String, String> members, @Nullable Duration retryAfter) {
        super(code, message, null, retryAfter);
        this.members = Map.copyOf(members);
    }

    public RefusedException(ErrorCode code, String message, @Nullable Duration retryAfter) {
        this(code, message, Map.of(), retryAfter);
    }

    @Override
    public Map<String, String> members() {
        return members;
    }
}
