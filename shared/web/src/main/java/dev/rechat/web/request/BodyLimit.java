package dev.rechat.web.request;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;

/** Holds the server's body limit where the server itself does not: behind Lambda the body is there before we are asked. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class BodyLimit implements Ordered {

    private final long maxBytes;

    BodyLimit(HttpServerConfiguration server) {
        this.maxBytes = server.getMaxRequestSize();
    }

    /** After the request has its id, before anybody looks at it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request instanceof ServerHttpRequest<?> server
                && server.byteBody().expectedLength().orElse(0) > maxBytes) {
            throw new RefusedException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "the request is larger than " + maxBytes + " bytes");
        }
    }
}
