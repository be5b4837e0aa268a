package dev.rechat.web.json;

import io.micronaut.context.annotation.Bean;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Any JSON, {@code null} included, which is another thing than nothing at all. For fields of requests: {@code
 * @Serdeable.Deserializable(using = AnyJson.class)}.
 */
@Singleton
@Bean(typed = AnyJson.class)
public final class AnyJson implements Deserializer<JsonNode> {

    @Override
    public JsonNode deserialize(Decoder decoder, DecoderContext context, Argument<? super JsonNode> type)
            throws IOException {
        return decoder.decodeNode();
    }

    @Override
    public JsonNode deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super JsonNode> type)
            throws IOException {
        return decoder.decodeNull() ? JsonNode.nullNode() : deserialize(decoder, context, type);
    }
}
