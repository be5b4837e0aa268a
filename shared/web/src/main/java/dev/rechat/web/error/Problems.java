package dev.rechat.web.error;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.web.request.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;

/** Makes error answers; the only place that does. Thread-safe. */
public final class Problems {

    private static final MediaType MEDIA_TYPE = MediaType.of(Problem.MEDIA_TYPE);

    private Problems() {}

    /** The answer to a request that ended in this exception, with {@code Retry-After} where a repetition makes sense. */
    public static MutableHttpResponse<Object> answer(HttpRequest<?> request, AppException failure) {
        MutableHttpResponse<Object> response =
                HttpResponse.status(HttpStatus.valueOf(failure.code().status()));
        failure.retryAfter()
                .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait))));
        return OpenAiError.speaks(request.getPath())
                ? response.contentType(MediaType.APPLICATION_JSON_TYPE)
                        .header(OpenAiError.RETRY, Boolean.toString(OpenAiError.retryable(failure.code())))
                        .body(OpenAiError.of(failure))
                : response.contentType(MEDIA_TYPE).body(problem(request, failure));
    }

    /** The body alone, for answers that are not made by the framework. */
    public static Problem problem(HttpRequest<?> request, AppException failure) {
        List<FieldError> errors = failure instanceof ValidationException invalid ? invalid.errors() : List.of();
        ErrorCode code = failure.code();
        return new Problem(
                "about:blank",
                HttpStatus.valueOf(code.status()).getReason(),
                code.status(),
                code.code(),
                String.valueOf(failure.getMessage()),
                request.getPath(),
                RequestIds.of(request),
                errors,
                failure.members());
    }

    /** Rounded up: a client that obeys must not come too early. */
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
