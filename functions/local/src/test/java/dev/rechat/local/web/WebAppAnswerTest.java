package dev.rechat.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAppAnswerTest {

    private static final byte[] LONG = "let there = 'light'\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final WebFile SCRIPT = WebFile.of("assets/app-1a2b.js", LONG);

    private static HttpResponse<?> answer(WebFile file, String header, String value) {
        return WebAppAnswer.of(HttpRequest.GET("/").header(header, value), file);
    }

    private static byte[] bytes(HttpResponse<?> response) {
        return Objects.requireNonNull((byte[]) response.body());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.valueOf(response.header(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip;q=0.8", "GZIP", "deflate,gzip;q=1.0"})
    void compressesForABrowserThatTakesIt(String encodings) throws IOException {
        HttpResponse<?> response = answer(SCRIPT, HttpHeaders.ACCEPT_ENCODING, encodings);

        assertThat(header(response, HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(response.getContentLength())
                .isEqualTo(bytes(response).length)
                .isLessThan(LONG.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes(response))).readAllBytes())
                .isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip;q=0.000"})
    void compressesForNobodyElse(String encodings) {
        HttpResponse<?> response = answer(SCRIPT, HttpHeaders.ACCEPT_ENCODING, encodings);

        assertThat(response.header(HttpHeaders.CONTENT_ENCODING)).isNull();
        assertThat(bytes(response)).isEqualTo(LONG);
        assertThat(header(response, HttpHeaders.VARY)).isEqualTo("Accept-Encoding");
    }

    @Test
    void leavesWhatIsSmallOrCompressedAlready() {
        WebFile small = WebFile.of("assets/small.js", "export {}".getBytes(StandardCharsets.UTF_8));
        WebFile font = WebFile.of("assets/font.woff2", LONG);

        for (WebFile file : new WebFile[] {small, font}) {
            HttpResponse<?> response = answer(file, HttpHeaders.ACCEPT_ENCODING, "gzip");
            assertThat(response.header(HttpHeaders.CONTENT_ENCODING)).isNull();
            assertThat(response.header(HttpHeaders.VARY)).isNull();
        }
    }

    @Test
    void saysThatTheBrowserHasItAlready() {
        String plain = header(answer(SCRIPT, HttpHeaders.ACCEPT_ENCODING, "identity"), HttpHeaders.ETAG);
        String zipped = header(answer(SCRIPT, HttpHeaders.ACCEPT_ENCODING, "gzip"), HttpHeaders.ETAG);

        assertThat(plain).isNotEqualTo(zipped);
        for (String known : new String[] {plain, "W/" + plain, "\"other\", " + plain, "*"}) {
            HttpResponse<?> response = answer(SCRIPT, HttpHeaders.IF_NONE_MATCH, known);
            assertThat(response.code()).isEqualTo(HttpStatus.NOT_MODIFIED.getCode());
            assertThat(response.body()).isNull();
            assertThat(header(response, HttpHeaders.ETAG)).isEqualTo(plain);
            assertThat(header(response, HttpHeaders.CACHE_CONTROL)).contains("immutable");
        }
        assertThat(answer(SCRIPT, HttpHeaders.IF_NONE_MATCH, zipped).code()).isEqualTo(HttpStatus.OK.getCode());
    }

    @Test
    void tellsOtherContentByAnotherTag() {
        assertThat(WebFile.of("index.html", new byte[] {1}).entityTag(false))
                .isNotEqualTo(WebFile.of("index.html", new byte[] {2}).entityTag(false));
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        HttpResponse<?> response = WebAppAnswer.of(HttpRequest.HEAD("/"), SCRIPT);

        assertThat(response.body()).isNull();
        assertThat(response.getContentLength()).isEqualTo(LONG.length);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html,text/html,no-cache",
        "assets/a.js,text/javascript,immutable",
        "assets/a.css,text/css,immutable",
        "assets/a.woff2,font/woff2,immutable",
        "assets/a.wasm,application/wasm,immutable",
        "app.webmanifest,application/manifest+json,no-cache",
        "manifest.json,application/json,no-cache",
        "favicon.svg,image/svg+xml,no-cache",
        "icon.png,image/png,no-cache"
    })
    void knowsTypesAndHowLongTheyLast(String name, String type, String cached) {
        HttpResponse<?> response = WebAppAnswer.of(HttpRequest.GET("/" + name), WebFile.of(name, LONG));

        assertThat(response.getContentType().orElseThrow().getName()).isEqualTo(type);
        assertThat(header(response, HttpHeaders.CACHE_CONTROL)).contains(cached);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void letsTheAppsPagesRunOnlyWhatIsOurs() {
        HttpResponse<?> page = WebAppAnswer.of(HttpRequest.GET("/"), WebFile.of("index.html", LONG));

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "Permissions-Policy")).isEqualTo("microphone=(self), camera=(), geolocation=()");
    }

    @Test
    void letsOnlyTheAppFrameTheDiagramPageWhichLoadsNothing() {
        HttpResponse<?> page = WebAppAnswer.of(HttpRequest.GET("/"), WebFile.of("diagram.html", LONG));

        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self';", "style-src 'self' 'unsafe-inline'", "frame-ancestors 'self'")
                .doesNotContain("connect-src", "script-src 'self' ");
        assertThat(page.header("X-Frame-Options")).isNull();
    }
}
