package dev.rechat.persistence.budget;

import java.util.Locale;

/** What a budget counts. */
public enum BudgetMeasure {
    TURNS,
    TOKENS,
    /** Prices in the budget's currency. */
    MONEY;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
