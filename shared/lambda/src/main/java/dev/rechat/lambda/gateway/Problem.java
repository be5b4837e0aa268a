package dev.rechat.lambda.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.body.ByteBodyFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * An error answer made where the application could make none: in the form of RFC 9457 that the application's own have.
 *
 * @param requestId Lambda's request id
 */
public record Problem(ErrorCode code, String detail, String requestId) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    public GatewayAnswer answer() {
        byte[] body = json();
        return new GatewayAnswer(
                code.status(),
                Map.of(
                        "Content-Type", List.of("application/problem+json"),
                        "Cache-Control", List.of("no-store"),
                        "X-Request-Id", List.of(requestId)),
                BODIES.adapt(body),
                new CompletableFuture<>());
    }

    /** The body as {@link #answer()} carries it. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", code.status() < 500 ? "Bad Request" : "Internal Server Error");
            json.writeNumberField("status", code.status());
            json.writeStringField("code", code.code());
            json.writeStringField("detail", detail);
            json.writeStringField("request_id", requestId);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
