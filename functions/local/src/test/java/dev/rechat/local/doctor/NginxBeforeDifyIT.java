package dev.rechat.local.doctor;

import static dev.rechat.local.doctor.Visit.troubles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an nginx before Dify does to its answers, and what does no harm. */
final class NginxBeforeDifyIT {

    private static final String LARGE_BODIES = "client_max_body_size 100m; ";
    private static final String QUESTION = "Count from one to fifty in words.";
    private static final Visit VISIT = new Visit();
    private static final DifySimulator DIFY =
            DifySimulator.builder().pace(Duration.ofMillis(15)).start();

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        VISIT.close();
        DIFY.close();
    }

    private List<Diagnosis> look(String directives) throws IOException {
        try (Nginx nginx = Nginx.before(DIFY.uri(), directives, directory)) {
            return VISIT.look(nginx.uri("/v1").toString(), DemoApps.CHATFLOW_KEY, QUESTION);
        }
    }

    /** Dify ends such an answer with its connection, and nginx fills a buffer of 4 or 8 KB before it passes anything on. */
    @Test
    void buffersOfAnHttp10ProxyMakePacks() throws IOException {
        List<Diagnosis> found = look(LARGE_BODIES);

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.STREAM_IN_CLUMPS);
    }

    @Test
    void largeBuffersOfAnHttp10ProxyHoldAllOfItBack() throws IOException {
        List<Diagnosis> found = look(LARGE_BODIES + "proxy_buffer_size 64k; proxy_buffers 8 64k;");

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.STREAM_BUFFERED);
    }

    /** In chunks, each is passed on when it is whole, buffered or not; functions ask for nothing compressed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy_buffering off;",
                "proxy_http_version 1.1;",
                "proxy_http_version 1.1; proxy_buffer_size 64k; proxy_buffers 8 64k;",
                "proxy_http_version 1.1; gzip on; gzip_proxied any; gzip_types text/event-stream; gzip_min_length 1;"
            })
    void doesNoHarm(String directives) throws IOException {
        List<Diagnosis> found = look(LARGE_BODIES + directives);

        assertThat(troubles(found)).as(found.toString()).isEmpty();
    }

    @Test
    void isToldWhenItWaitsTooShort() throws IOException {
        DIFY.next(GenerationRequest.any(), Script.answer("one, ").pause(new Gate()));

        List<Diagnosis> found = look(LARGE_BODIES + "proxy_http_version 1.1; proxy_read_timeout 300ms;");

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.STREAM_CUT);
        assertThat(found.getLast().advice()).contains("proxy_read_timeout");
    }

    @Test
    void isToldWhenItRefusesFiles() throws IOException {
        List<Diagnosis> found = look("proxy_http_version 1.1;");

        assertThat(troubles(found)).as(found.toString()).containsExactly(Code.UPLOADS_LIMITED);
        assertThat(found)
                .filteredOn(each -> each.code() == Code.UPLOADS_LIMITED)
                .singleElement()
                .satisfies(each -> assertThat(each.advice()).contains("client_max_body_size 16m"));
    }
}
