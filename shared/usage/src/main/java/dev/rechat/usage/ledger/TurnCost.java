package dev.rechat.usage.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Dify told of a turn's cost, within what can be kept: a figure that cannot be one counts as not told, for the end of a
 * turn must not fail over it.
 *
 * @param price null where none was told
 * @param currency empty where there is no price
 * @param firstTokenMs how long the person waited for the first words; null when none came
 */
public record TurnCost(
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long totalTokens,
        @Nullable BigDecimal price,
        String currency,
        @Nullable Long firstTokenMs,
        @Nullable Long latencyMs) {

    /** Of a turn that nobody knows anything about. */
    public static final TurnCost UNTOLD = new TurnCost(null, null, null, null, "", null, null);

    /** Beyond what any model answers, and little enough for sums of a billion turns. */
    private static final long MOST_TOKENS = 1_000_000_000L;

    private static final long LONGEST_MS = 31L * 24 * 3600 * 1000;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999999");

    /** As many as the tables keep. */
    private static final int PRICE_DIGITS = 10;

    /** Rounding what has more would cost more than it is worth. */
    private static final int MOST_DIGITS = 100;

    /** ISO codes, and names such as RMB. */
    private static final Pattern CURRENCY = Pattern.compile("[!-~]{1,16}");

    public TurnCost {
        promptTokens = within(promptTokens, MOST_TOKENS);
        completionTokens = within(completionTokens, MOST_TOKENS);
        totalTokens = within(totalTokens, MOST_TOKENS);
        firstTokenMs = within(firstTokenMs, LONGEST_MS);
        latencyMs = within(latencyMs, LONGEST_MS);
        price = within(price);
        currency = price != null && CURRENCY.matcher(currency).matches() ? currency : "";
    }

    private static @Nullable Long within(@Nullable Long told, long most) {
        return told == null || told < 0 || told > most ? null : told;
    }

    private static @Nullable BigDecimal within(@Nullable BigDecimal told) {
        return told == null || told.signum() < 0 || told.compareTo(HIGHEST_PRICE) > 0 || told.scale() > MOST_DIGITS
                ? null
                : told.setScale(PRICE_DIGITS, RoundingMode.HALF_UP);
    }
}
