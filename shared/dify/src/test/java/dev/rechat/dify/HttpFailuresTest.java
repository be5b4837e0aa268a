package dev.rechat.dify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import io.micronaut.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFailuresTest {

    private static final String CEILING =
            "Too many requests. Please try again later. The current maximum concurrent requests allowed for x is 3.";

    private final HttpFailures failures = new HttpFailures(
            new Json(JsonMapper.createDefault()), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "400, invalid_param, DifyRejectedException",
        "400, app_unavailable, DifyRejectedException",
        "404, not_found, DifyRejectedException",
        "413, file_too_large, DifyRejectedException",
        "401, unauthorized, DifyUnauthorizedException",
        "403, forbidden, DifyUnauthorizedException",
        "429, rate_limit_error, DifyRateLimitedException",
        "429, too_many_requests, DifyRateLimitedException",
        "400, too_many_requests, DifyRateLimitedException",
        "500, internal_server_error, DifyUnavailableException",
        "503, x, DifyUnavailableException",
        "302, x, DifyProtocolException",
        "204, x, DifyProtocolException"
    })
    void tellsStatusesApart(int status, String code, String type) {
        DifyException failure = of(status, "{\"code\":\"" + code + "\",\"message\":\"m\",\"status\":" + status + "}");

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.difyMessage()).isEqualTo("m");
    }

    @Test
    void ceilingOnConcurrentRequestsThatArrivesAsInvalidParamIsARateLimit() {
        assertThat(of(400, "{\"code\":\"invalid_param\",\"message\":\"" + CEILING + "\",\"status\":400}"))
                .isInstanceOf(DifyRateLimitedException.class);
    }

    @Test
    void invalidParamThatMerelyMentionsTooManyRequestsIsNot() {
        assertThat(of(400, "{\"code\":\"invalid_param\",\"message\":\"bad value: Too many requests.\"}"))
                .isInstanceOf(DifyRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Gateway</html>", "[]", "\"text\"", "{\"code\":{},\"message\":[]}"})
    void survivesBodyThatIsNotDifys(String body) {
        DifyException failure = failures.of(502, headers("X-Trace-Id", "trace-1"), "text/html", body.getBytes(UTF_8));

        assertThat(failure).isInstanceOf(DifyUnavailableException.class);
        assertThat(failure.code()).isNull();
        assertThat(failure.difyMessage()).isNull();
        assertThat(failure.traceId()).isEqualTo("trace-1");
        assertThat(failure).hasMessage("Dify answered with status 502, content type 'text/html'");
    }

    @Test
    void recognisesUnknownConversationByTheBeginningOfItsText() {
        String suggestion = " You have requested this URI [/v1/chat-messages] but did you mean /v1/chat-messages ?";

        assertThat(of(404, notFound("Conversation Not Exists." + suggestion)))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class,
                        e -> assertThat(e.conversationNotFound()).isTrue());
        assertThat(of(404, notFound("Message Not Exists." + suggestion)))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class,
                        e -> assertThat(e.conversationNotFound()).isFalse());
    }

    @Test
    void keepsTheFieldAParameterErrorIsAbout() {
        assertThat(of(400, "{\"code\":\"invalid_param\",\"message\":\"m\",\"params\":\"user\"}"))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class, e -> assertThat(e.params()).contains("user"));
    }

    @Test
    void doesNotRepeatDifysWordsInItsMessage() {
        DifyException failure =
                of(400, "{\"code\":\"invalid_param\",\"message\":\"input_value='my secret question'\"}");

        assertThat(failure.toString()).doesNotContain("secret");
        assertThat(failure.difyMessage()).contains("my secret question");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30",
                "0 | 0",
                "Thu, 01 Jan 2026 00:01:00 GMT | 60",
                "Wed, 31 Dec 2025 00:00:00 GMT | 0",
                "soon |",
                "-1 |",
                "99999999999999999999 |"
            })
    void readsHowLongToWait(String header, @Nullable Integer seconds) {
        DifyException failure = failures.of(429, headers("Retry-After", header), "", new byte[0]);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        DifyRateLimitedException.class,
                        e -> assertThat(e.retryAfter())
                                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }

    private DifyException of(int status, String body) {
        return failures.of(status, headers("X", "y"), "application/json", body.getBytes(UTF_8));
    }

    private static String notFound(String message) {
        return "{\"code\":\"not_found\",\"message\":\"" + message + "\",\"status\":404}";
    }

    private static SimpleHttpHeaders headers(String name, String value) {
        return new SimpleHttpHeaders(Map.of(name, value), ConversionService.SHARED);
    }
}
