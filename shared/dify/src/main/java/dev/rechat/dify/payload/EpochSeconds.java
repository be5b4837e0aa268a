package dev.rechat.dify.payload;

import io.micronaut.context.annotation.Bean;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Dify's timestamps: seconds since the epoch, as an integer; fractions are accepted and kept to the millisecond. Only for
 * who names it: as a deserializer of every instant it would read the requests of our own API too.
 */
@Singleton
@Bean(typed = EpochSeconds.class)
final class EpochSeconds implements Deserializer<Instant> {

    @Override
    public Instant deserialize(Decoder decoder, DecoderContext context, Argument<? super Instant> type)
            throws IOException {
        BigDecimal seconds = decoder.decodeBigDecimal();
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }
}
