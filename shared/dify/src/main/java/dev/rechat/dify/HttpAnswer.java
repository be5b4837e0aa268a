package dev.rechat.dify;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A response whose body is still on its way; whoever holds it closes the body.
 *
 * @param status the HTTP status
 */
record HttpAnswer(int status, HttpHeaders headers, ChunkQueue body) {

    /** More digits than any file needs, fewer than a long overflows at. */
    private static final int LENGTH_DIGITS = 18;

    static HttpAnswer of(HttpResponse<?> response, Connection connection) {
        if (!(response instanceof ByteBodyHttpResponse<?> raw)) {
            throw new IllegalStateException("a client filter has replaced the response of Dify");
        }
        ChunkQueue body = new ChunkQueue(connection);
        raw.byteBody().toByteArrayPublisher().subscribe(body);
        return new HttpAnswer(response.code(), response.getHeaders(), body);
    }

    /** The media type without parameters, in lower case, empty when there is none. */
    String contentType() {
        String header = headers.get(HttpHeaders.CONTENT_TYPE);
        if (header == null) {
            return "";
        }
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    /** Of the body in bytes, where the head tells it. */
    OptionalLong contentLength() {
        String header = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (header == null || header.length() > LENGTH_DIGITS || !header.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        return header.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header));
    }

    /**
     * All of the body; closes it.
     *
     * @throws DifyTimeoutException at the deadline
     * @throws DifyProtocolException when it is larger than allowed
     * @throws DifyUnavailableException when the connection breaks
     */
    byte[] readAll(Deadline deadline, int maxBytes) {
        try (ChunkQueue chunks = body) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] chunk = chunks.take(deadline.remaining());
                    chunk != null;
                    chunk = chunks.take(deadline.remaining())) {
                if (chunk.length > maxBytes - all.size()) {
                    throw new DifyProtocolException("an answer of more than %d bytes".formatted(maxBytes), null);
                }
                all.writeBytes(chunk);
            }
            return all.toByteArray();
        } catch (BodyCutException e) {
            throw new DifyUnavailableException("the connection broke within Dify's answer", e);
        } catch (DifyTimeoutException e) {
            throw new DifyTimeoutException(DifyTimeoutException.Phase.TOTAL, deadline.total());
        }
    }
}
