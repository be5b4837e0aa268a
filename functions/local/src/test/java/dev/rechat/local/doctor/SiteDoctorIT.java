package dev.rechat.local.doctor;

import static dev.rechat.local.doctor.Visit.troubles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.site.SiteDoctor;
import dev.rechat.local.doctor.site.SiteSubject;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What stands before a ReChat is told by what it does to answers. */
final class SiteDoctorIT {

    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Cache-Control", "no-store");
    private static final Map<String, String> PAGE = Map.of(
            "Content-Type", "text/html",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    private static final String USAGE = "event: usage\ndata: {\"latency_ms\":1600,\"first_token_ms\":100}\n\n";

    private static void answer(Exchange exchange, int status, Map<String, String> headers, String body) {
        exchange.answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void good(Exchange exchange) {
        switch (exchange.request().path()) {
            case "/health" -> answer(exchange, 200, JSON, "{\"status\":\"healthy\",\"version\":\"1.2.3\"}");
            case "/api/v1/auth/options" -> answer(exchange, 200, JSON, "{\"registration\":\"open\"}");
            case "/" -> answer(exchange, 200, PAGE, "<title>ReChat</title>");
            default -> answer(exchange, 404, JSON, "{}");
        }
    }

    private static List<Diagnosis> look(LoopbackServer server, boolean asking) {
        Findings findings = new Findings(_ -> {});
        String url = "http://127.0.0.1:" + server.port();
        try (PlainHttp http = new PlainHttp()) {
            new SiteDoctor(http, Clock.systemUTC(), 1024, "1.2.3")
                    .look(
                            new SiteSubject(url, asking ? "rk-key" : null, asking ? "chat" : null, null),
                            findings.sheet("ReChat"));
        }
        return findings.all();
    }

    @Test
    void findsNothingWrongWithAGoodOne() {
        try (LoopbackServer server = LoopbackServer.start(0, SiteDoctorIT::good)) {
            List<Diagnosis> found = look(server, false);

            assertThat(troubles(found)).isEmpty();
            assertThat(found).extracting(Diagnosis::code).contains(Code.SITE_STREAM_NOT_CHECKED);
        }
    }

    @Test
    void noticesAProxyThatKeepsAnswersAndTakesHeaders() {
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            switch (exchange.request().path()) {
                case "/api/v1/auth/options" ->
                    answer(exchange, 200, Map.of("Content-Type", "application/json", "Age", "30"), "{}");
                case "/" -> answer(exchange, 200, Map.of("Content-Type", "text/html"), "<title>ReChat</title>");
                default -> good(exchange);
            }
        })) {
            assertThat(troubles(look(server, false))).containsExactly(Code.ANSWERS_CACHED, Code.HEADERS_MISSING);
        }
    }

    @Test
    void noticesThatTheDatabaseIsAway() {
        try (LoopbackServer server = LoopbackServer.start(
                0,
                exchange -> answer(
                        exchange,
                        503,
                        JSON,
                        "{\"status\":\"unhealthy\",\"database\":\"down\",\"version\":\"1.2.3\"}"))) {
            assertThat(troubles(look(server, false))).containsExactly(Code.SITE_UNHEALTHY);
        }
    }

    @Test
    void noticesThatSomethingElseAnswers() {
        try (LoopbackServer server =
                LoopbackServer.start(0, exchange -> answer(exchange, 200, PAGE, "<title>Welcome to nginx</title>"))) {
            assertThat(troubles(look(server, false))).containsExactly(Code.API_MISSING);
        }
    }

    @Test
    void namesAProxyThatHoldsTheAnswerBack() {
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            if (exchange.request().path().equals("/api/v1/chat/stream")) {
                String delta = "event: delta\ndata: {\"text\":\"one\"}\n\n";
                LockSupport.parkNanos(1_600_000_000L);
                answer(
                        exchange,
                        200,
                        Map.of("Content-Type", "text/event-stream"),
                        "event: turn\ndata: {}\n\n" + delta.repeat(20) + USAGE + "event: done\ndata: {}\n\n");
            } else {
                good(exchange);
            }
        })) {
            assertThat(troubles(look(server, true))).containsExactly(Code.STREAM_BUFFERED);
        }
    }

    @Test
    void tellsAKeyThatIsRefusedAndAStreamThatIsCut() {
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            if (exchange.request().path().equals("/api/v1/chat/stream")) {
                answer(exchange, 401, JSON, "{}");
            } else {
                good(exchange);
            }
        })) {
            assertThat(troubles(look(server, true))).containsExactly(Code.SITE_KEY_REFUSED);
        }
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            if (exchange.request().path().equals("/api/v1/chat/stream")) {
                exchange.open(200, Map.of("Content-Type", "text/event-stream"));
                exchange.chunk("event: turn\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.cut();
            } else {
                good(exchange);
            }
        })) {
            assertThat(troubles(look(server, true))).containsExactly(Code.STREAM_CUT);
        }
    }
}
