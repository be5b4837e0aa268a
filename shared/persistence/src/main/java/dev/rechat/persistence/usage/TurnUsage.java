package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one ended turn has cost. Tokens and price are null where Dify did not tell them.
 *
 * @param day the day of the house on which it began
 * @param errorCode a wire code, of a failed or interrupted turn
 * @param currency empty where there is no price
 */
@MappedEntity("turn_usage")
public record TurnUsage(
        @Id @IdColumn TurnId turnId,
        @IdColumn UserId userId,
        @IdColumn AppId appId,
        LocalDate day,
        TurnStatus status,
        @Nullable String errorCode,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long totalTokens,
        @Nullable BigDecimal price,
        String currency,
        @Nullable Long firstTokenMs,
        @Nullable Long latencyMs,
        Instant createdAt,
        Instant finishedAt) {

    /** The same on another day. */
    public TurnUsage on(LocalDate other) {
        return new TurnUsage(
                turnId,
                userId,
                appId,
                other,
                status,
                errorCode,
                promptTokens,
                completionTokens,
                totalTokens,
                price,
                currency,
                firstTokenMs,
                latencyMs,
                createdAt,
                finishedAt);
    }
}
