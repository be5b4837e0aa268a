package dev.rechat.dify.payload;

import io.micronaut.context.annotation.Bean;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;

/** Dify's durations: seconds as a float. Only for who names it. */
@Singleton
@Bean(typed = Seconds.class)
final class Seconds implements Deserializer<Duration> {

    @Override
    public Duration deserialize(Decoder decoder, DecoderContext context, Argument<? super Duration> type)
            throws IOException {
        BigDecimal seconds = decoder.decodeBigDecimal();
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
