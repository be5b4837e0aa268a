package dev.rechat.local.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file as the answer to one request: whole, compressed, or the word that the browser has it already. */
final class WebAppAnswer {

    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private WebAppAnswer() {}

    static HttpResponse<?> of(HttpRequest<?> request, WebFile file) {
        boolean gzip = file.isCompressed() && takesGzip(request);
        String tag = file.entityTag(gzip);
        if (knows(request, tag)) {
            return withHeaders(HttpResponse.notModified(), file, tag);
        }
        byte[] bytes = gzip ? file.compressed() : file.content();
        MutableHttpResponse<byte[]> response = withHeaders(HttpResponse.ok(), file, tag);
        response.contentType(file.type()).contentLength(bytes.length);
        if (gzip) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return request.getMethod() == HttpMethod.HEAD ? response : response.body(bytes);
    }

    private static <T> MutableHttpResponse<T> withHeaders(MutableHttpResponse<T> response, WebFile file, String tag) {
        response.header(HttpHeaders.ETAG, tag);
        response.header(HttpHeaders.CACHE_CONTROL, file.isHashed() ? FOR_A_YEAR : ASK_EACH_TIME);
        if (file.isCompressed()) {
            response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        // the filter that adds these to the API's answers comes after this one
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        if (file.isPage()) {
            response.header("Content-Security-Policy", PagePolicy.contentSecurity(file));
            response.header("Permissions-Policy", PagePolicy.PERMISSIONS);
        }
        return response;
    }

    /** RFC 9110, 12.5.3: a weight of zero is a refusal. */
    private static boolean takesGzip(HttpRequest<?> request) {
        return values(request, HttpHeaders.ACCEPT_ENCODING).stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(coding -> coding.equals("gzip") || coding.matches("gzip;q=(1|1\\.0*|0\\.\\d*[1-9]\\d*)"));
    }

    /** RFC 9110, 13.1.2: compared weakly. */
    private static boolean knows(HttpRequest<?> request, String tag) {
        return values(request, HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(known ->
                        known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
    }

    private static List<String> values(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }
}
