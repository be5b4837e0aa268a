package dev.rechat.lambda.streaming;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rechat.lambda.gateway.GatewayAnswer;
import dev.rechat.lambda.gateway.HeadWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The head of a streamed answer: JSON and eight NULs, which the gateway looks for in the first 16 KB only. */
final class Prelude {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] DELIMITER = new byte[8];
    private static final int MAX_BYTES = 16 * 1024;

    private Prelude() {}

    /** Empty when the headers are too many for the gateway. */
    static Optional<byte[]> of(GatewayAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            HeadWriter.write(answer, true, json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        bytes.writeBytes(DELIMITER);
        return bytes.size() > MAX_BYTES ? Optional.empty() : Optional.of(bytes.toByteArray());
    }
}
