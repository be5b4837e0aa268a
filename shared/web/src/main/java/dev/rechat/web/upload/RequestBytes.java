package dev.rechat.web.upload;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request as it came, for a route that {@link TakesFiles} or {@link TakesDocument}. */
public final class RequestBytes {

    private RequestBytes() {}

    /**
     * Reads the body. Blocks.
     *
     * @throws RefusedException {@code payload_too_large}
     */
    public static byte[] read(HttpRequest<?> request, long maxBytes) {
        try (InputStream stream = unwrapped(request).byteBody().toInputStream()) {
            byte[] body = stream.readNBytes(Math.toIntExact(maxBytes + 1));
            if (body.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return body;
        } catch (IOException e) {
            if (e.getCause() instanceof ContentLengthExceededException) {
                throw tooLarge(maxBytes);
            }
            throw new RefusedException(ErrorCode.BAD_REQUEST, "the body broke off");
        }
    }

    /** On Lambda, what a controller is given is wrapped around the request. */
    private static ServerHttpRequest<?> unwrapped(HttpRequest<?> request) {
        return switch (request) {
            case ServerHttpRequest<?> server -> server;
            case HttpRequestWrapper<?> wrapper -> unwrapped(wrapper.getDelegate());
            default -> throw new IllegalStateException("a request without bytes");
        };
    }

    private static RefusedException tooLarge(long maxBytes) {
        return new RefusedException(ErrorCode.PAYLOAD_TOO_LARGE, "the request is larger than " + maxBytes + " bytes");
    }
}
