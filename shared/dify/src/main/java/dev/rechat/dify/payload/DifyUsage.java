package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the answer cost. Dify sends prices as strings so that nothing is rounded.
 *
 * @param promptPriceUnit how much of the unit price one token costs, such as {@code 0.001}
 * @param currency such as {@code USD}
 * @param timeToFirstToken null when the model did not stream
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyUsage(
        @Nullable Long promptTokens,
        @Nullable BigDecimal promptUnitPrice,
        @Nullable BigDecimal promptPriceUnit,
        @Nullable BigDecimal promptPrice,
        @Nullable Long completionTokens,
        @Nullable BigDecimal completionUnitPrice,
        @Nullable BigDecimal completionPriceUnit,
        @Nullable BigDecimal completionPrice,
        @Nullable Long totalTokens,
        @Nullable BigDecimal totalPrice,
        @Nullable String currency,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration latency,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration timeToFirstToken,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration timeToGenerate) {}
