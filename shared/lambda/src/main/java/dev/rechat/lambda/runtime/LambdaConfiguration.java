package dev.rechat.lambda.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.time.Instant;

/**
 * How functions run on Lambda.
 *
 * @param deadlineMargin positive ({@link DeadlineMarginRule}); how long before Lambda's deadline an answer that has not ended is ended in order
 */
@ConfigurationProperties(LambdaConfiguration.PREFIX)
public record LambdaConfiguration(
        @Bindable(defaultValue = "5s") Duration deadlineMargin) {

    public static final String PREFIX = "rechat.lambda";

    /** A function with a short time limit keeps most of it for its work. */
    private static final int LARGEST_SHARE = 4;

    /** When an invocation received now is to be ended in order: never later than its deadline, never in the past. */
    public Instant endOf(Instant now, Instant deadline) {
        if (deadline.equals(Instant.MAX)) {
            return deadline;
        }
        Duration left = Duration.between(now, deadline);
        if (left.isNegative()) {
            return now;
        }
        Duration share = left.dividedBy(LARGEST_SHARE);
        return deadline.minus(share.compareTo(deadlineMargin) < 0 ? share : deadlineMargin);
    }
}
