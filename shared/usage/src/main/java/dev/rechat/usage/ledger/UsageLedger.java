package dev.rechat.usage.ledger;

import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.persistence.usage.TurnUsage;
import dev.rechat.persistence.usage.TurnUsageRepository;
import dev.rechat.persistence.usage.UsageDay;
import dev.rechat.persistence.usage.UsageFigures;
import dev.rechat.persistence.usage.UsageSumRepository;
import dev.rechat.persistence.usage.UsageTally;
import dev.rechat.usage.day.HouseDays;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes down what turns have cost. The sums of the ledger move with it, in the same transaction. */
@Singleton
public class UsageLedger {

    private final TurnUsageRepository turns;
    private final UsageSumRepository sums;
    private final HouseDays days;

    UsageLedger(TurnUsageRepository turns, UsageSumRepository sums, HouseDays days) {
        this.turns = turns;
        this.sums = sums;
        this.days = days;
    }

    /**
     * Adds a turn, or corrects what is written of one that was interrupted: its producer had the whole answer after all. Any
     * other end is final, and stays. The day a turn was first written down on stays, too, wherever the house moves to.
     *
     * <p>Only within the transaction that ends the turn, late in it: rows that many turns add to are locked from here on, in
     * the order of their keys. Does it again as a whole when the database finds two waiting for each other
     * ({@link dev.rechat.persistence.database.Deadlocks}).
     *
     * @return whether this end is what is written now
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public boolean record(EndedTurn ended) {
        TurnUsage row = row(ended, days.of(ended.startedAt()));
        Change change = new Change();
        if (!turns.add(row)) {
            TurnUsage before = turns.hold(ended.id()).orElse(null);
            if (before == null || before.status() != TurnStatus.INTERRUPTED) {
                return false;
            }
            row = row.on(before.day());
            turns.replace(row);
            change.take(before);
        }
        change.add(row);
        change.days.forEach((day, figures) -> sums.add(day, figures));
        change.tallies.forEach((tally, count) -> {
            if (count != 0) {
                sums.add(tally, count);
            }
        });
        return true;
    }

    private static TurnUsage row(EndedTurn ended, LocalDate day) {
        TurnCost cost = ended.cost();
        return new TurnUsage(
                ended.id(),
                ended.user(),
                ended.app(),
                day,
                ended.status(),
                ended.errorCode(),
                cost.promptTokens(),
                cost.completionTokens(),
                cost.totalTokens(),
                cost.price(),
                cost.currency(),
                cost.firstTokenMs(),
                cost.latencyMs(),
                ended.startedAt(),
                ended.finishedAt());
    }

    /** What the sums move by. */
    private static final class Change {

        final NavigableMap<UsageDay, UsageFigures> days = new TreeMap<>();
        final NavigableMap<UsageTally, Long> tallies = new TreeMap<>();

        void add(TurnUsage turn) {
            days.merge(UsageDay.of(turn), UsageFigures.of(turn), UsageFigures::plus);
            tally(turn, 1);
        }

        void take(TurnUsage turn) {
            days.merge(UsageDay.of(turn), UsageFigures.of(turn).negated(), UsageFigures::plus);
            tally(turn, -1);
        }

        private void tally(TurnUsage turn, long by) {
            String error = turn.errorCode();
            if (error != null) {
                count(turn, UsageTally.ERROR, error, by);
            }
            Long firstToken = turn.firstTokenMs();
            if (firstToken != null) {
                count(turn, UsageTally.FIRST_TOKEN, FirstTokenScale.step(firstToken), by);
            }
        }

        private void count(TurnUsage turn, String measure, String bucket, long by) {
            tallies.merge(new UsageTally(turn.day(), turn.appId(), turn.userId(), measure, bucket), by, Long::sum);
        }
    }
}
