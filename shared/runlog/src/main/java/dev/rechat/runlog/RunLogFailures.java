package dev.rechat.runlog;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Tells those who read run logs that their store is away; what a store says of it is for operators. */
@Singleton
final class RunLogFailures implements FailureTranslator {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    @Override
    public Optional<AppException> translate(Throwable failure) {
        return failure instanceof RunLogUnavailableException
                ? Optional.of(new DependencyException(
                        ErrorCode.RUNLOG_UNAVAILABLE,
                        "the store of run logs does not answer now",
                        failure,
                        RETRY_AFTER))
                : Optional.empty();
    }
}
