package dev.rechat.accounts.throttle;

import dev.rechat.persistence.database.Deadlocks;
import java.util.List;

/** An attempt that was admitted and is counted as a failure unless something else is said. */
public final class Attempt {

    private final Counting counting;
    private final List<Counting.Counted> counted;

    Attempt(Counting counting, List<Counting.Counted> counted) {
        this.counting = counting;
        this.counted = counted;
    }

    /** It was right: the counters get back what their policies say. Not to be called within a transaction. */
    public void succeeded() {
        Deadlocks.retry(() -> {
            counting.succeed(counted);
            return true;
        });
    }

    /**
     * It was neither right nor a guess, for example a right password without the second factor: it is not counted, and
     * nothing before it is forgotten. Not to be called within a transaction.
     */
    public void withdraw() {
        Deadlocks.retry(() -> {
            counting.withdraw(counted);
            return true;
        });
    }
}
