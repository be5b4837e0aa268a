package dev.rechat.conversations.removal;

import dev.rechat.kernel.task.Afterwards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Removes what is due and deletes threads at Dify that wait for it, some of both. Several processes may do that at once.
 * Thread-safe.
 */
@Singleton
public final class Housekeeping {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final int CONVERSATIONS = 50;
    private static final int THREADS = 50;

    private final Removals removals;
    private final DifyDeletions threads;
    private final Afterwards afterwards;
    private final Clock clock;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

    Housekeeping(Removals removals, DifyDeletions threads, Afterwards afterwards, Clock clock) {
        this.removals = removals;
        this.threads = threads;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** Does some of it beside the present request, now and then: most calls do nothing. */
    public void lendAHand() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            afterwards.run("housekeeping", this::run);
        }
    }

    /** Does some of it now. @return whether there may be more that can be done at once */
    public boolean run() {
        boolean moreDue = removals.removeDue(CONVERSATIONS) == CONVERSATIONS;
        boolean moreThreads = threads.workOff(THREADS) == THREADS;
        return moreDue || moreThreads;
    }
}
