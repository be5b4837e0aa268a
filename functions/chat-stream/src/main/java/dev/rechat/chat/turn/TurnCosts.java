package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.Settlement;
import dev.rechat.usage.budget.Spending;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.TurnCost;
import dev.rechat.usage.ledger.UsageLedger;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a turn has cost, once it is over. Called last in the transaction that ends it: from here on rows are locked
 * that other turns wait for.
 */
@Singleton
final class TurnCosts {

    private final UsageLedger ledger;
    private final Settlement budgets;
    private final Clock clock;

    TurnCosts(UsageLedger ledger, Settlement budgets, Clock clock) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.clock = clock;
    }

    void settle(Turn turn, TurnStatus status, @Nullable ErrorCode error, Spending spending) {
        boolean written = ledger.record(new EndedTurn(
                turn.id(),
                turn.userId(),
                turn.appId(),
                status,
                error == null ? null : error.code(),
                spending.told(),
                turn.createdAt(),
                clock.instant()));
        // After the ledger: more people share a counter than a row of sums. What the ledger has kept, budgets keep.
        if (written) {
            budgets.settle(turn.id(), spending);
        } else {
            budgets.settleOpen(turn.id(), spending);
        }
    }

    /** @param usage as readers are told it; null when nothing is known */
    static TurnCost of(TurnEvent.@Nullable Usage usage) {
        if (usage == null) {
            return TurnCost.UNTOLD;
        }
        String price = usage.totalPrice();
        String currency = usage.currency();
        return new TurnCost(
                usage.promptTokens(),
                usage.completionTokens(),
                usage.totalTokens(),
                price == null ? null : new BigDecimal(price),
                currency == null ? "" : currency,
                usage.firstTokenMs(),
                usage.latencyMs());
    }
}
