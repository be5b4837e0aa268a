package dev.rechat.conversations.probe;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection does not work.
 *
 * @param step where it ended
 * @param code of the cause, for programs
 * @param error as which it is told where the connection was not asked about, but needed
 * @param message for the administrator: what to mend, without Dify's own words
 */
public record Finding(ProbeStep step, String code, ErrorCode error, String message) {

    public AppException asException(@Nullable Throwable cause) {
        return step == ProbeStep.ADDRESS
                ? new ValidationException("base_url", code, message)
                : new DependencyException(error, message, cause, null);
    }
}
