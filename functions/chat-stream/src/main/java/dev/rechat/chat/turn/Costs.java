package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.usage.budget.TurnCost;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a turn has cost, out of what its readers are told. */
final class Costs {

    private Costs() {}

    static TurnCost of(TurnEvent.Usage usage) {
        return TurnCost.told(
                tokens(usage), usage.totalPrice() == null ? null : new BigDecimal(usage.totalPrice()), usage.currency());
    }

    private static @Nullable Long tokens(TurnEvent.Usage usage) {
        Long asked = usage.promptTokens();
        Long answered = usage.completionTokens();
        return usage.totalTokens() != null || asked == null || answered == null
                ? usage.totalTokens()
                : Long.valueOf(asked + answered);
    }
}
