package dev.rechat.lambda.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes status and headers as the gateway reads them, both in proxy answers and in the prelude of a stream. */
public final class HeadWriter {

    private static final String SET_COOKIE = "Set-Cookie";

    private HeadWriter() {}

    /**
     * Writes the fields {@code statusCode}, {@code headers} and {@code multiValueHeaders} into an open object.
     *
     * @param cookiesApart whether cookies go into a {@code cookies} list, as in a prelude
     */
    public static void write(GatewayAnswer answer, boolean cookiesApart, JsonGenerator json) throws IOException {
        json.writeNumberField("statusCode", answer.status());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            if (header.getValue().size() == 1 && !(cookiesApart && isCookie(header))) {
                json.writeStringField(header.getKey(), header.getValue().getFirst());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("multiValueHeaders");
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            if (header.getValue().size() > 1 && !(cookiesApart && isCookie(header))) {
                writeList(header.getKey(), header.getValue(), json);
            }
        }
        json.writeEndObject();
        if (cookiesApart) {
            List<String> cookies = answer.headers().entrySet().stream()
                    .filter(HeadWriter::isCookie)
                    .flatMap(header -> header.getValue().stream())
                    .toList();
            writeList("cookies", cookies, json);
        }
    }

    private static boolean isCookie(Map.Entry<String, List<String>> header) {
        return header.getKey().equalsIgnoreCase(SET_COOKIE);
    }

    private static void writeList(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
