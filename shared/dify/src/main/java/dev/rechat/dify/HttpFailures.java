package dev.rechat.dify;

import io.micronaut.http.HttpHeaders;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that says what a status means. */
final class HttpFailures {

    private static final Set<String> RATE_LIMIT_CODES = Set.of("too_many_requests", "rate_limit_error");

    /** Longest number of seconds that is read from Retry-After. */
    private static final int RETRY_AFTER_DIGITS = 9;

    private final Json json;
    private final Clock clock;

    HttpFailures(Json json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What an answer with another status than the one expected amounts to. */
    DifyException of(int status, HttpHeaders headers, String contentType, byte[] body) {
        DifyProblem problem = problem(status, headers, body);
        String text = "Dify answered with status " + status
                + (problem.code() == null
                        ? ", content type '%s'".formatted(contentType)
                        : " and code " + problem.code());
        // Everything else that is forbidden is so for the whole app.
        boolean oneFile = "file_access_denied".equals(problem.code());
        if (status == 401 || status == 403 && !oneFile) {
            return new DifyUnauthorizedException(text, problem);
        }
        if (rateLimited(problem)) {
            return new DifyRateLimitedException(text, problem, retryAfter(headers));
        }
        if (status >= 500) {
            return new DifyUnavailableException(text, problem, retryAfter(headers));
        }
        if (status >= 400) {
            return new DifyRejectedException(text, problem);
        }
        return status >= 300
                ? DifyProtocolException.redirected(
                        text + "; redirects are not followed, check the base URL", problem, target(headers))
                : new DifyProtocolException(text, problem, null);
    }

    // The ceiling on concurrent requests is documented as 429 but raised as a ValueError, which Dify turns into 400
    // invalid_param; only the beginning of its text tells.
    private static boolean rateLimited(DifyProblem problem) {
        boolean refused = problem.status() >= 400 && problem.status() < 500;
        return problem.status() == 429
                || refused
                        && (problem.code() != null && RATE_LIMIT_CODES.contains(problem.code())
                                || problem.message() != null
                                        && problem.message().startsWith("Too many requests."));
    }

    /** The host that a redirect leads to; null for one that stays or cannot be read. */
    private static @Nullable String target(HttpHeaders headers) {
        String location = headers.get(HttpHeaders.LOCATION);
        try {
            return location == null ? null : new URI(location).getHost();
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    private DifyProblem problem(int status, HttpHeaders headers, byte[] body) {
        String traceId = headers.get("X-Trace-Id");
        try {
            JsonNode node = json.parse(body);
            return new DifyProblem(
                    status,
                    Fields.text(node, "code"),
                    Fields.text(node, "message"),
                    Fields.text(node, "params"),
                    traceId);
        } catch (DifyProtocolException notFromDify) {
            return new DifyProblem(status, null, null, null, traceId);
        }
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.get(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        if (!value.isEmpty()
                && value.length() <= RETRY_AFTER_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Duration wait = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
