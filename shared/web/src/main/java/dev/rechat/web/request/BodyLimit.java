package dev.rechat.web.request;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.web.upload.TakesDocument;
import dev.rechat.web.upload.TakesFiles;
import dev.rechat.web.upload.UploadLimit;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.web.router.RouteAttributes;

/**
 * Holds the limits of bodies where the server itself does not: behind Lambda the body is there before we are asked, and a
 * server has one limit while a route that takes files or a document may have a larger body than the others.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class BodyLimit implements Ordered {

    private final long maxBytes;
    private final UploadLimit uploads;

    BodyLimit(HttpServerConfiguration server, UploadLimit uploads) {
        this.maxBytes = server.getMaxRequestBufferSize();
        this.uploads = uploads;
    }

    /** After the request has its id, before anybody looks at it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request instanceof ServerHttpRequest<?> server) {
            long limit = limitOf(request);
            if (server.byteBody().expectedLength().orElse(0) > limit) {
                throw new RefusedException(
                        ErrorCode.PAYLOAD_TOO_LARGE, "the request is larger than " + limit + " bytes");
            }
        }
    }

    private long limitOf(HttpRequest<?> request) {
        AnnotationMetadata route = RouteAttributes.getRouteInfo(request)
                .map(AnnotationMetadataProvider::getAnnotationMetadata)
                .orElse(AnnotationMetadata.EMPTY_METADATA);
        if (route.hasAnnotation(TakesFiles.class)) {
            return uploads.maxBodyBytes();
        }
        return route.hasAnnotation(TakesDocument.class) ? TakesDocument.MAX_BYTES : maxBytes;
    }
}
