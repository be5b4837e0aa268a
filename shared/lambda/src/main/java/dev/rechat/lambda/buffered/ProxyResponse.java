package dev.rechat.lambda.buffered;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rechat.lambda.gateway.GatewayAnswer;
import dev.rechat.lambda.gateway.HeadWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** The answer API Gateway expects of a proxy function (payload version 1). */
final class ProxyResponse {

    private static final JsonFactory JSON = new JsonFactory();

    private ProxyResponse() {}

    /** @param binary whether bodies of a content type go in base64; bytes that are no UTF-8 always do */
    static byte[] json(GatewayAnswer answer, byte[] body, Predicate<String> binary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            HeadWriter.write(answer, false, json);
            Optional<String> text = contentType(answer).filter(binary).isPresent() ? Optional.empty() : text(body);
            json.writeStringField(
                    "body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
            json.writeBooleanField("isBase64Encoded", text.isEmpty());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<String> contentType(GatewayAnswer answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().getFirst())
                .findFirst();
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
