package dev.rechat.web.json;

import io.micronaut.context.annotation.Bean;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code true} and {@code false} and nothing else. The mapper's own reads any text that is not "true" as false: asked to
 * set {@code "active": "yes"} it would switch an account off. For fields of requests: {@code @Serdeable.Deserializable(using =
 * StrictBoolean.class)}.
 * A bean of this type only, or it would read every Boolean of every answer of Dify, too.
 */
@Singleton
@Bean(typed = StrictBoolean.class)
public final class StrictBoolean implements Deserializer<Boolean> {

    @Override
    public @Nullable Boolean deserialize(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
            throws IOException {
        Object value = decoder.decodeArbitrary();
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw decoder.createDeserializationException("neither true nor false", value);
    }

    @Override
    public @Nullable Boolean deserializeNullable(
            Decoder decoder, DecoderContext context, Argument<? super Boolean> type) throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }
}
