package dev.rechat.usage.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.persistence.usage.UsageFigures;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report. What the report does not tell apart is left out.
 *
 * @param stopped those whose stop Dify did not confirm, too
 * @param firstTokenMs left out where no answer has begun
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageRow(
        @Nullable String day,
        @Nullable AppLabel app,
        @Nullable PersonLabel user,
        long turns,
        long completed,
        long stopped,
        long failed,
        long interrupted,
        long paused,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        List<Money> cost,
        @Nullable Percentiles firstTokenMs,
        List<Failure> failures) {

    static UsageRow of(
            @Nullable String day,
            @Nullable AppLabel app,
            @Nullable PersonLabel user,
            UsageFigures figures,
            List<Money> cost,
            @Nullable Percentiles firstTokenMs,
            List<Failure> failures) {
        return new UsageRow(
                day,
                app,
                user,
                figures.turns(),
                figures.completed(),
                figures.stopped(),
                figures.failed(),
                figures.interrupted(),
                figures.paused(),
                figures.promptTokens(),
                figures.completionTokens(),
                figures.totalTokens(),
                cost,
                firstTokenMs,
                failures);
    }
}
