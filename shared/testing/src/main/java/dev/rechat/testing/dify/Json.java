package dev.rechat.testing.dify;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The two ways Dify writes JSON. */
final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final ObjectWriter SPACED = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer(new Spaces());

    private Json() {}

    static ObjectNode object() {
        return COMPACT.createObjectNode();
    }

    static ArrayNode array() {
        return COMPACT.createArrayNode();
    }

    static JsonNode parse(String text) throws JsonProcessingException {
        return COMPACT.readTree(text);
    }

    /** Events of a stream: one line, characters as they are. */
    static String compact(JsonNode json) {
        return json.toString();
    }

    /** Ordinary answers: a space after each separator, everything beyond ASCII escaped, a newline at the end. */
    static String spaced(JsonNode json) {
        return escaped(json) + "\n";
    }

    /** Blocking generation answers: the same without the newline. */
    static String escaped(JsonNode json) {
        try {
            return SPACED.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static final class Spaces extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }
    }
}
