package dev.rechat.lambda.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A failure as the Runtime API takes it. There is no stack trace in it: that is in the function's own log, while this
 * may reach the caller.
 *
 * @param type an error type such as {@code Function.InvalidEvent}
 * @param message one sentence without secrets
 */
public record FunctionFailure(String type, String message) {

    private static final JsonFactory JSON = new JsonFactory();

    /** {@code {"errorType", "errorMessage", "stackTrace": []}}. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("errorType", type);
            json.writeStringField("errorMessage", message);
            json.writeArrayFieldStart("stackTrace");
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
