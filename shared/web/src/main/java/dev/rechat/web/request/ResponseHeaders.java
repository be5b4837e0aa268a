package dev.rechat.web.request;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Headers that keep answers from being sniffed, leaked through a referrer, kept in a cache, or found by search engines. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ResponseHeaders implements Ordered {

    /** What is not below these is the web app's files, which may be cached. */
    private static final List<String> API_ROOTS = List.of("/api/", "/v1/", "/health");

    /** Outside whatever may refuse a request: a refusal is an answer, too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (API_ROOTS.stream().anyMatch(request.getPath()::startsWith)) {
            headers.set("X-Robots-Tag", "noindex");
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
    }
}
