package dev.rechat.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error below {@code /v1/}, as programs that speak OpenAI's API know it. The words and our own codes are those of
 * a problem body, but where OpenAI has a code of its own that programs branch on.
 */
@Serdeable
public record OpenAiError(Details error) {

    /** @param param what of the request is wrong; null for nothing in particular */
    @Serdeable
    @JsonInclude
    public record Details(
            String message, String type, @Nullable String param, String code) {}

    /** By which OpenAI's own clients are told whether to ask again. */
    static final String RETRY = "x-should-retry";

    /** Whether answers on this path are OpenAI's. */
    static boolean speaks(String path) {
        return path.startsWith("/v1/");
    }

    public static OpenAiError of(ErrorCode code, String message) {
        return new OpenAiError(new Details(message, type(code), null, name(code)));
    }

    static OpenAiError of(AppException failure) {
        if (failure instanceof ValidationException invalid && !invalid.errors().isEmpty()) {
            var first = invalid.errors().getFirst();
            return new OpenAiError(new Details(
                    first.field() + ": " + first.message(), type(failure.code()), first.field(), first.code()));
        }
        if (failure.code() == ErrorCode.NOT_FOUND && failure.members().containsKey("model")) {
            return new OpenAiError(new Details(
                    String.valueOf(failure.getMessage()), type(failure.code()), "model", "model_not_found"));
        }
        return of(failure.code(), String.valueOf(failure.getMessage()));
    }

    /** Whether the same request may do better in a moment. Clients that are not told ask again after every 409, 429 and 5xx. */
    static boolean retryable(ErrorCode code) {
        return switch (code) {
            case TURN_RUNNING,
                    RATE_LIMITED,
                    TOO_MANY_ATTEMPTS,
                    INTERNAL_ERROR,
                    DIFY_UNAVAILABLE,
                    DIFY_PROTOCOL_ERROR,
                    DIFY_TIMEOUT,
                    TURN_INTERRUPTED,
                    DATABASE_UNAVAILABLE -> true;
            default -> false;
        };
    }

    private static String type(ErrorCode code) {
        if (code == ErrorCode.BUDGET_EXHAUSTED) {
            return "insufficient_quota";
        }
        return switch (code.status()) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> code.status() < 500 ? "invalid_request_error" : "server_error";
        };
    }

    private static String name(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> "invalid_api_key";
            case BUDGET_EXHAUSTED -> "insufficient_quota";
            case RATE_LIMITED -> "rate_limit_exceeded";
            default -> code.code();
        };
    }
}
