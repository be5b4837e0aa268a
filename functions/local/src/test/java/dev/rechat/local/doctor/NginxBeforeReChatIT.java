package dev.rechat.local.doctor;

import static dev.rechat.local.doctor.Visit.troubles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.site.SiteDoctor;
import dev.rechat.local.doctor.site.SiteSubject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an nginx before ReChat does to its answers, and what does no harm. */
final class NginxBeforeReChatIT {

    private static final int FILE_BYTES = 15 * 1024 * 1024;
    private static final String LARGE_BODIES = "client_max_body_size 16m; ";
    private static final String COMPRESSING =
            "gzip on; gzip_proxied any; gzip_types text/event-stream; gzip_min_length 1;";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ReadyHouse house;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        house = new ReadyHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Without what is said of the web app: it is not built in every checkout. */
    private List<Diagnosis> look(String directives) throws IOException {
        Findings findings = new Findings(_ -> {});
        try (Nginx nginx = Nginx.before(house.uri(), directives, directory);
                PlainHttp http = new PlainHttp()) {
            new SiteDoctor(http, Clock.systemUTC(), FILE_BYTES, "")
                    .look(
                            new SiteSubject(nginx.uri("").toString(), house.apiKey(), house.app(), null),
                            findings.sheet("ReChat"));
        }
        return findings.all().stream()
                .filter(each -> !each.check().equals("web-app"))
                .toList();
    }

    /** ReChat asks for it by X-Accel-Buffering, answers in chunks even to HTTP/1.0, and wants nothing encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy_http_version 1.1;",
                "proxy_ignore_headers X-Accel-Buffering; proxy_buffer_size 64k; proxy_buffers 8 64k;",
                "proxy_http_version 1.1; proxy_ignore_headers X-Accel-Buffering; " + COMPRESSING
            })
    void passesEventsOnEvenIfItWouldBuffer(String directives) throws IOException {
        List<Diagnosis> found = look(LARGE_BODIES + directives);

        assertThat(troubles(found)).as(found.toString()).isEmpty();
        assertThat(found).extracting(Diagnosis::check).contains("stream", "uploads");
    }

    @Test
    void isToldThatItCompresses() throws IOException {
        List<Diagnosis> found =
                look(LARGE_BODIES + "proxy_http_version 1.1; proxy_hide_header Content-Encoding; " + COMPRESSING);

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.STREAM_COMPRESSED);
    }

    @Test
    void holdsEventsBackToCompressThem() throws IOException {
        List<Diagnosis> found = look(LARGE_BODIES
                + "proxy_http_version 1.1; proxy_hide_header Content-Encoding; proxy_ignore_headers X-Accel-Buffering; "
                + COMPRESSING);

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.STREAM_COMPRESSED, Code.STREAM_BUFFERED);
    }

    @Test
    void isToldWhenItRefusesFiles() throws IOException {
        List<Diagnosis> found = look("proxy_http_version 1.1;");

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.UPLOADS_LIMITED);
    }
}
