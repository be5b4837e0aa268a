package dev.rechat.admin.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.usage.TurnUsage;
import dev.rechat.usage.report.AppLabel;
import dev.rechat.usage.report.Labels;
import dev.rechat.usage.report.Money;
import dev.rechat.usage.report.PersonLabel;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the ledger. What Dify did not tell is left out.
 *
 * @param day of the house, on which it counts
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TurnUsageView(
        TurnId turnId,
        String day,
        AppLabel app,
        PersonLabel user,
        String status,
        @Nullable String error,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long totalTokens,
        @Nullable Money cost,
        @Nullable Long firstTokenMs,
        @Nullable Long latencyMs,
        Instant startedAt,
        Instant finishedAt) {

    static TurnUsageView of(TurnUsage turn, Labels.Known names) {
        BigDecimal price = turn.price();
        return new TurnUsageView(
                turn.turnId(),
                turn.day().toString(),
                names.app(turn.appId()),
                names.person(turn.userId()),
                turn.status().wireName(),
                turn.errorCode(),
                turn.promptTokens(),
                turn.completionTokens(),
                turn.totalTokens(),
                price == null ? null : Money.of(turn.currency(), price),
                turn.firstTokenMs(),
                turn.latencyMs(),
                turn.createdAt(),
                turn.finishedAt());
    }
}
