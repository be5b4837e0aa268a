package dev.rechat.persistence.usage;

import java.math.BigDecimal;

/**
 * Sums over turns.
 *
 * @param stopped those whose stop Dify did not confirm, too
 * @param price in one currency
 */
public record UsageFigures(
        long turns,
        long completed,
        long stopped,
        long failed,
        long interrupted,
        long paused,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        BigDecimal price) {

    /** Of one turn. What was not told counts as nothing. */
    public static UsageFigures of(TurnUsage turn) {
        int completed = 0;
        int stopped = 0;
        int failed = 0;
        int interrupted = 0;
        int paused = 0;
        switch (turn.status()) {
            case COMPLETED -> completed = 1;
            case STOPPED, STOP_UNCONFIRMED -> stopped = 1;
            case FAILED -> failed = 1;
            case INTERRUPTED -> interrupted = 1;
            case PAUSED -> paused = 1;
            case STREAMING -> throw new IllegalArgumentException("turn " + turn.turnId() + " has not ended");
        }
        Long prompt = turn.promptTokens();
        Long completion = turn.completionTokens();
        Long total = turn.totalTokens();
        BigDecimal price = turn.price();
        return new UsageFigures(
                1,
                completed,
                stopped,
                failed,
                interrupted,
                paused,
                prompt == null ? 0 : prompt,
                completion == null ? 0 : completion,
                total == null ? 0 : total,
                price == null ? BigDecimal.ZERO : price);
    }

    public UsageFigures plus(UsageFigures other) {
        return new UsageFigures(
                turns + other.turns,
                completed + other.completed,
                stopped + other.stopped,
                failed + other.failed,
                interrupted + other.interrupted,
                paused + other.paused,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                totalTokens + other.totalTokens,
                price.add(other.price));
    }

    public UsageFigures negated() {
        return new UsageFigures(
                -turns,
                -completed,
                -stopped,
                -failed,
                -interrupted,
                -paused,
                -promptTokens,
                -completionTokens,
                -totalTokens,
                price.negate());
    }
}
