package dev.rechat.dify;

import static dev.rechat.dify.Features.USER;
import static dev.rechat.dify.Features.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to Dify and back, and what can go wrong on the way. */
@Timeout(60)
class DifyFilesIT {

    private static final String NOTE = "Grüße 😀\r\n--not a boundary";

    @AutoClose
    private final Features dify = new Features();

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    private final DifyApp app = new DifyApp(simulator.uri(), new DifyApiKey(DemoApps.CHAT_KEY));

    @ParameterizedTest
    @ValueSource(strings = {"note.TXT", "日本語 note.TXT", "a \"quoted\" name.TXT"})
    void uploadsAFileUnderItsName(String name) {
        DifyUploadedFile file = dify.files.upload(app, USER, upload(name, "text/plain", NOTE));

        assertThat(file.id()).isNotBlank();
        assertThat(file.name()).isIn(name, name.replace("\"", "%22"));
        assertThat(file.size()).isEqualTo(NOTE.getBytes(StandardCharsets.UTF_8).length);
        assertThat(file.extension()).isEqualTo("txt");
        assertThat(file.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void leavesTheContentAsItWasGiven() {
        DifyUpload file = upload("a.txt", "text/plain", NOTE);

        dify.files.upload(app, USER, file);

        assertThat(file.content().position()).isZero();
        assertThat(file).asString().doesNotContain("Gr");
    }

    @Test
    void givesBackTheBytesOfAFileThatAMessageCarries() throws IOException {
        DifyUploadedFile file = dify.files.upload(app, USER, upload("note.txt", "text/plain", NOTE));
        ask(file);

        try (DifyDownload download = dify.files.preview(app, USER, file.id())) {
            assertThat(download.mediaType()).isEqualTo("text/plain");
            assertThat(download.length()).hasValue(file.size());
            assertThat(download.content()).hasContent(NOTE);
        }
    }

    @Test
    void doesNotFindAnUploadThatNoMessageCarries() {
        DifyUploadedFile file = dify.files.upload(app, USER, upload("note.txt", "text/plain", NOTE));

        DifyRejectedException failure =
                catchThrowableOfType(DifyRejectedException.class, () -> dify.files.preview(app, USER, file.id()));

        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.code()).isEqualTo("file_not_found");
    }

    @Test
    void fetchesASignedAddressWithoutTheKey() throws Exception {
        try (WireServer server = WireServer.answering(200, "image/png", "PNG")) {
            try (DifyDownload download = dify.files.fetch(server.app(), server.uri("/files/1/file-preview?sign=s"))) {
                assertThat(download.mediaType()).isEqualTo("image/png");
                assertThat(download.content()).hasContent("PNG");
            }
            WireServer.Received request = server.request();
            assertThat(request.line()).isEqualTo("GET /files/1/file-preview?sign=s HTTP/1.1");
            assertThat(request.header("authorization")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:1/files/1",
                "http://localhost/files/1",
                "https://127.0.0.1/files/1",
                "http://user@127.0.0.1/files/1",
                "file:///etc/passwd",
                "/files/1"
            })
    void fetchesFromNoOtherServer(String address) {
        DifyApp onDefaultPort = new DifyApp(URI.create("http://127.0.0.1/v1"), new DifyApiKey("app-x"));

        assertThatThrownBy(() -> dify.files.fetch(onDefaultPort, URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, no_file_uploaded, DifyRejectedException",
        "401, unauthorized, DifyUnauthorizedException",
        "403, forbidden, DifyUnauthorizedException",
        "403, file_access_denied, DifyRejectedException",
        "404, file_not_found, DifyRejectedException",
        "413, file_too_large, DifyRejectedException",
        "415, unsupported_file_type, DifyRejectedException",
        "429, too_many_requests, DifyRateLimitedException",
        "500, internal_server_error, DifyUnavailableException"
    })
    void tellsRefusalsApart(int status, String code, String type) {
        String body = "{\"code\":\"%s\",\"message\":\"\",\"status\":%d}".formatted(code, status);
        try (WireServer server = WireServer.answering(status, "application/json", body)) {
            DifyException failure = catchThrowableOfType(
                    DifyException.class,
                    () -> dify.files.upload(server.app(), USER, upload("a.txt", "text/plain", "a")));

            assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(server.requestsLeft()).as("an upload is sent once").isEqualTo(1);
        }
    }

    @Test
    void tellsAFileTooLargeForDify() {
        DifyUpload large = new DifyUpload("a.png", "image/png", ByteBuffer.allocate(10 * 1024 * 1024 + 1));

        DifyRejectedException failure =
                catchThrowableOfType(DifyRejectedException.class, () -> dify.files.upload(app, USER, large));

        assertThat(failure.status()).isEqualTo(413);
    }

    @Test
    void tellsACutDownloadFromACompleteOne() {
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.send("HTTP/1.1 200 X\r\nContent-Type: image/png\r\nContent-Length: 100\r\n\r\nhalf");
                    wire.close();
                });
                DifyDownload download = dify.files.preview(server.app(), USER, "f")) {
            assertThatThrownBy(() -> download.content().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(DifyProtocolException.class);
        }
    }

    @Test
    void givesUpADownloadThatStandsStill() {
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.send("HTTP/1.1 200 X\r\nContent-Type: image/png\r\nContent-Length: 100\r\n\r\nhalf");
                    wire.awaitClientGone();
                });
                DifyDownload download = dify.files.preview(server.app(), USER, "f")) {
            assertThatThrownBy(() -> download.content().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(DifyTimeoutException.class);
        }
    }

    @Test
    void releasesTheConnectionOfADownloadThatNobodyReadsToItsEnd() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server = new WireServer((request, wire) -> {
            wire.send("HTTP/1.1 200 X\r\nContent-Type: image/png\r\nContent-Length: 100\r\n\r\nhalf");
            wire.awaitClientGone();
            gone.countDown();
        })) {
            dify.files.preview(server.app(), USER, "f").close();

            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void asksAgainForAPreviewThatFailed() {
        try (WireServer server = WireServer.answering(503, "text/html", "busy")) {
            assertThatThrownBy(() -> dify.files.preview(server.app(), USER, "f"))
                    .isInstanceOf(DifyUnavailableException.class);
            assertThat(server.requestsLeft()).isEqualTo(2);
        }
    }

    private void ask(DifyUploadedFile file) {
        try (DifyStream stream = dify.client.stream(
                app,
                new DifyRequest.Chat(
                        "What is in it?",
                        DifyRequest.noInputs(),
                        USER,
                        null,
                        List.of(DifyInputFile.uploaded("document", file.id())),
                        false))) {
            Clients.drain(stream);
        }
    }
}
