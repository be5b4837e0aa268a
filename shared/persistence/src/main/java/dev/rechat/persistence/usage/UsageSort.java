package dev.rechat.persistence.usage;

import java.math.BigDecimal;
import java.util.Locale;

/** What stands first in a report: the latest, or the most; equal ones stand in the order of their keys. */
public enum UsageSort {
    KEY(""),
    TURNS("sum_turns"),
    TOKENS("sum_total_tokens"),
    FAILED("sum_failed"),
    /** Amounts of several currencies count as they are. */
    COST("sum_price");

    final String alias;

    UsageSort(String alias) {
        this.alias = alias;
    }

    /** Where a row stands by this. */
    public BigDecimal of(UsageFigures figures) {
        return switch (this) {
            case KEY -> BigDecimal.ZERO;
            case TURNS -> BigDecimal.valueOf(figures.turns());
            case TOKENS -> BigDecimal.valueOf(figures.totalTokens());
            case FAILED -> BigDecimal.valueOf(figures.failed());
            case COST -> figures.price();
        };
    }

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
