package dev.rechat.persistence.usage;

import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/** Which rows of the ledger are meant; null where it does not matter. @param error a wire code */
public record TurnUsageFilter(
        UsageFilter usage,
        @Nullable TurnStatus status,
        @Nullable String error) {}
