package dev.rechat.chat.turn;

import dev.rechat.conversations.dify.DifyCodes;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyProtocolException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.dify.DifyUnavailableException;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a failing Dify means to the person who asked. Dify's own words stay out: they may quote keys or addresses. */
@Singleton
final class DifyFailures implements FailureTranslator {

    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration DOWN = Duration.ofSeconds(30);

    @Override
    public Optional<AppException> translate(Throwable failure) {
        return failure instanceof DifyException dify
                ? Optional.of(new DependencyException(code(dify), message(code(dify)), dify, retryAfter(dify)))
                : Optional.empty();
    }

    static ErrorCode code(DifyException failure) {
        return DifyCodes.of(failure);
    }

    static String message(ErrorCode code) {
        return switch (code) {
            case DIFY_UNAUTHORIZED -> "the app refuses its key; an administrator must renew it";
            case RATE_LIMITED -> "the app is busy with other questions; try again in a moment";
            case DIFY_REJECTED -> "the app did not accept the question or failed while answering it";
            case DIFY_UNAVAILABLE -> "the app cannot be reached at the moment; the question is kept";
            case DIFY_TIMEOUT -> "the app did not answer in time; the question is kept";
            case DIFY_PROTOCOL_ERROR -> "the app's answer broke off or could not be read; what came is kept";
            default -> "the answer could not be made";
        };
    }

    private static @Nullable Duration retryAfter(DifyException failure) {
        return switch (failure) {
            case DifyRateLimitedException limited -> limited.retryAfter().orElse(BUSY);
            case DifyUnavailableException _, DifyTimeoutException _ -> DOWN;
            case DifyUnauthorizedException _, DifyRejectedException _, DifyProtocolException _ -> null;
        };
    }

    /** Whether Dify has certainly done nothing of what it was asked for. */
    static boolean undone(DifyException failure) {
        return switch (failure) {
            case DifyUnauthorizedException _, DifyRejectedException _, DifyRateLimitedException _ -> true;
            case DifyTimeoutException timeout -> timeout.phase() == DifyTimeoutException.Phase.CONNECT;
            case DifyUnavailableException unavailable ->
                switch (unavailable.reason()) {
                    case CUT_OFF, FAILED -> false;
                    case NAME_UNKNOWN,
                            ADDRESS_PRIVATE,
                            ADDRESS_FORBIDDEN,
                            ADDRESS_UNENCRYPTED,
                            NOT_CONNECTED,
                            TLS_FAILED,
                            CERTIFICATE_EXPIRED,
                            CERTIFICATE_OF_ANOTHER,
                            CERTIFICATE_UNTRUSTED -> true;
                };
            case DifyProtocolException _ -> false;
        };
    }

    /** Whether asking again may help. */
    static boolean retryable(ErrorCode code) {
        return switch (code) {
            case RATE_LIMITED,
                    DIFY_UNAVAILABLE,
                    DIFY_TIMEOUT,
                    DIFY_PROTOCOL_ERROR,
                    INTERNAL_ERROR,
                    TURN_INTERRUPTED,
                    DATABASE_UNAVAILABLE -> true;
            default -> false;
        };
    }
}
