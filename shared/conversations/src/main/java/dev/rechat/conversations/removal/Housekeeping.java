package dev.rechat.conversations.removal;

import dev.rechat.kernel.task.Afterwards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Removes what is due and deletes threads at Dify that wait for it. Several processes may do that at once. Thread-safe; not
 * to be called within a transaction.
 */
@Singleton
public final class Housekeeping {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    /** No batch begins after this; whoever comes next goes on. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

    private static final int CONVERSATIONS = 50;
    private static final int THREADS = 100;

    private final Removals removals;
    private final DifyDeletions threads;
    private final Clock clock;
    private final Errand errand;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

    Housekeeping(Removals removals, DifyDeletions threads, Afterwards afterwards, Clock clock) {
        this.removals = removals;
        this.threads = threads;
        this.clock = clock;
        this.errand = new Errand("housekeeping", afterwards, this::round);
    }

    /** Does a round beside the present request, now and then: most calls do nothing. */
    public void lendAHand() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            errand.soon();
        }
    }

    /** Does a round beside the present request, for somebody who has just made something due. */
    public void soon() {
        errand.soon();
    }

    /** Does a round: in small pieces, as long as there is something to do and not for long. Blocks. */
    public void round() {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        boolean more = true;
        while (more && System.nanoTime() - end < 0) {
            more = removals.removeDue(CONVERSATIONS) == CONVERSATIONS;
        }
        threads.workOff(THREADS);
    }
}
