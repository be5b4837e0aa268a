package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.usage.report.AppLabel;
import dev.rechat.usage.report.Money;
import dev.rechat.usage.report.PersonLabel;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run without its words.
 *
 * @param evidence how much of it is known: {@code open}, {@code told}, {@code looked_up} or {@code cut}
 * @param turnId absent in imported runs
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunRow(
        String id,
        AppLabel app,
        PersonLabel user,
        String type,
        String triggeredFrom,
        String status,
        String evidence,
        long elapsedMs,
        long totalTokens,
        int totalSteps,
        int exceptionsCount,
        @Nullable Money cost,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String turnId,
        @Nullable String conversationId) {

    static RunRow of(WorkflowRun run, RunNames.Known names) {
        BigDecimal price = run.totalPrice();
        return new RunRow(
                run.id(),
                names.app(run),
                names.person(run),
                run.type().wire(),
                run.triggeredFrom().wire(),
                run.status().wire(),
                run.evidence().wire(),
                run.elapsedTime().toMillis(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                price == null ? null : Money.of(run.currency(), price),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId());
    }
}
