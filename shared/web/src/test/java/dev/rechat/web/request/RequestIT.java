package dev.rechat.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.kernel.account.Role;
import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RequestIT {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(RequestTrace.class);

    private static Api api;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        api = Api.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(log);
        LOGGER.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0af7651916cd43dd8448eb211c80319c", "my.request:1_2-3"})
    void returnsTheCallersId(String id) {
        assertThat(requestId(api.get("/api/v1/echo/time", "X-Request-Id", id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "Root=1-67",
                "-a",
                "{\"a\":1}",
                "00000000001111111111222222222233333333334444444444555555555566666"
            })
    void replacesAnIdThatIsNotSane(String id) {
        String returned = requestId(api.get("/api/v1/echo/time", "X-Request-Id", id));

        assertThat(UUID.fromString(returned).version()).isEqualTo(7);
    }

    @Test
    void makesAnIdOfItsOwnForEachRequest() {
        String one = requestId(api.get("/api/v1/echo/time"));
        String two = requestId(api.get("/api/v1/echo/time"));

        assertThat(UUID.fromString(one).version()).isEqualTo(7);
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void putsTheIdIntoTheLogContextOfTheController() {
        var response = api.get("/api/v1/echo/mdc", "X-Request-Id", "from-outside");

        assertThat(response.body()).isEqualTo("{\"request_id\":\"from-outside\"}");
    }

    @Test
    void logsOneLineWithTheTemplateAndNothingOfTheContent() {
        String token = Tokens.of(api, Role.ADMIN);

        api.get(
                "/api/v1/echo/conversations/01890a5d-ac96-774b-bcce-b302099a8057?q=private",
                "Authorization",
                "Bearer " + token);

        List<ILoggingEvent> lines = List.copyOf(log.list);
        assertThat(lines).hasSize(1);
        String fields = lines.getFirst().getKeyValuePairs().stream()
                .map(pair -> pair.key + "=" + pair.value)
                .collect(Collectors.joining(" "));
        assertThat(fields)
                .matches("method=GET route=/api/v1/echo/conversations/\\{id} status=200 duration_ms=\\d+ user_id="
                        + Tokens.USER);
        assertThat(lines.getFirst().getMDCPropertyMap()).containsKey("request_id");
    }

    @Test
    void logContextOfTheControllerTellsWhoAsksAndTheCallersTrace() {
        String token = Tokens.of(api, Role.USER);

        var response = api.get(
                "/api/v1/echo/log-context",
                "Authorization",
                "Bearer " + token,
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(response.body())
                .contains("\"user_id\":\"" + Tokens.USER, "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
        assertThat(log.list.getLast().getMDCPropertyMap())
                .containsEntry("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void noTraceIsInvented() {
        assertThat(api.get("/api/v1/echo/log-context", "traceparent", "nonsense")
                        .body())
                .contains("request_id")
                .doesNotContain("trace_id", "user_id");
    }

    @Test
    void countsRequestsByRouteAndNeverByPath() {
        api.get("/api/v1/echo/conversations/01890a5d-ac96-774b-bcce-b302099a8057");
        api.get("/api/v1/nothing-of-ours");
        api.send("/api/v1/echo/time", request -> request.method("BREW", BodyPublishers.noBody()));

        var counted = api.context()
                .getBean(MeterRegistry.class)
                .find("rechat.requests")
                .timers();

        assertThat(counted)
                .extracting(timer -> timer.getId().getTag("route"))
                .contains("/api/v1/echo/conversations/{id}", "none")
                .noneMatch(route -> route.contains("01890a5d") || route.contains("nothing-of-ours"));
        assertThat(counted)
                .allSatisfy(timer -> assertThat(timer.getId().getTag("outcome")).matches("[2345]xx"))
                .extracting(timer -> timer.getId().getTag("method"))
                .doesNotContain("BREW");
    }

    @Test
    void logsRequestsThatFail() {
        api.get("/api/v1/nothing");

        assertThat(log.list.getFirst().getKeyValuePairs().toString()).contains("route=\"unknown\"", "status=\"404\"");
    }

    @Test
    void protectsEveryAnswer() {
        for (String path :
                List.of("/api/v1/echo/time", "/api/v1/echo/me", "/api/v1/echo/defect", "/api/v1/nothing", "/health")) {
            var headers = api.get(path).headers();

            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void leavesACachingRuleThatARouteMade() {
        assertThat(api.get("/api/v1/echo/cached").headers().allValues("Cache-Control"))
                .containsExactly("max-age=60");
    }

    private static String requestId(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
