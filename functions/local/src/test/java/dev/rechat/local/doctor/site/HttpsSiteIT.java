package dev.rechat.local.doctor.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.rechat.local.doctor.http.HandMadeCertificates;
import dev.rechat.local.doctor.http.HttpsSite;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.report.Level;
import dev.rechat.testing.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a ReChat with a certificate can have wrong. */
final class HttpsSiteIT {

    private static final String HSTS = "Strict-Transport-Security";
    private static final String COOKIE = "Set-Cookie";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static HandMadeCertificates certificates;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            HSTS,
            "max-age=31536000",
            COOKIE,
            "refresh=; Max-Age=0; Path=/api; Secure; HttpOnly"));

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException {
        certificates = new HandMadeCertificates();
    }

    @AfterAll
    static void close() throws IOException {
        certificates.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean page = path.equals("/");
        exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "application/json");
        byte[] body = (page ? "<title>ReChat</title>" : "{\"version\":\"1.2.3\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(path.endsWith("/files") ? 401 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private List<Diagnosis> look(SSLContext certificate) throws IOException {
        Findings findings = new Findings(_ -> {});
        try (HttpsSite site = new HttpsSite(certificate, this::answer);
                PlainHttp http = new PlainHttp()) {
            new SiteDoctor(http, Clock.systemUTC(), 1024, "1.2.3")
                    .look(new SiteSubject(site.uri().toString(), null, null, null), findings.sheet("ReChat"));
        }
        return findings.all();
    }

    private static List<Diagnosis> troubles(List<Diagnosis> found) {
        return found.stream()
                .filter(each -> each.level().compareTo(Level.WARNING) >= 0)
                .toList();
    }

    @Test
    void findsNothingWrongWithAGoodOne() throws Exception {
        List<Diagnosis> found = look(certificates.good());

        assertThat(troubles(found)).isEmpty();
        assertThat(found)
                .filteredOn(each -> each.level() == Level.OK)
                .extracting(Diagnosis::check)
                .contains("tls", "web-app", "cookies");
    }

    @Test
    void asksNothingOfOneThatCannotBeTrusted() throws Exception {
        assertThat(troubles(look(certificates.ofUnknownAuthority())))
                .extracting(Diagnosis::code)
                .containsExactly(Code.CERTIFICATE_UNTRUSTED);
        assertThat(asked).isEmpty();
    }

    @Test
    void missesTheHeaderThatKeepsBrowsersWithHttps() throws Exception {
        headers.remove(HSTS);

        assertThat(troubles(look(certificates.good()))).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.HEADERS_MISSING);
            assertThat(found.message()).isEqualTo("comes without Strict-Transport-Security");
        });
    }

    @ParameterizedTest
    @CsvSource({"refresh=; Path=/api; HttpOnly", "refresh=; Path=/api; Secure"})
    void noticesACookieThatMayBeSeen(String cookie) throws Exception {
        headers.put(COOKIE, cookie);

        assertThat(troubles(look(certificates.good())))
                .extracting(Diagnosis::code)
                .containsExactly(Code.COOKIES_INSECURE);
    }

    @ParameterizedTest
    @CsvSource({"301, https://chat.example.org/, OK", "301, http://www.chat.example.org/, WARNING", "200, '', WARNING"})
    void wantsPortEightyToLeadOnToHttps(int status, String location, Level expected) {
        try (LoopbackServer server = LoopbackServer.start(
                0, exchange -> exchange.answer(status, Map.of("Location", location), new byte[0]))) {
            Diagnosis found = plain(server.port());

            assertThat(found.level()).isEqualTo(expected);
            assertThat(found.code()).isEqualTo(expected == Level.OK ? null : Code.HTTP_NOT_REDIRECTED);
        }
    }

    @Test
    void doesNotMindThatNobodyListensAtPortEighty() {
        assertThat(plain(1).level()).isEqualTo(Level.OK);
    }

    private static Diagnosis plain(int port) {
        Findings findings = new Findings(_ -> {});
        try (PlainHttp http = new PlainHttp()) {
            new SiteHeaders(http, findings.sheet("ReChat")).plain(URI.create("http://127.0.0.1:" + port + "/"));
        }
        return findings.all().getFirst();
    }
}
