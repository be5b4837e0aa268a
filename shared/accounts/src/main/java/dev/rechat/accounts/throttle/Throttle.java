package dev.rechat.accounts.throttle;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.attempt.AttemptRepository;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Admits attempts at what must not be guessed, as often as {@link Policies} allow, over all processes of the house:
 *
 * <pre>{@code
 * Attempt attempt = throttle.admit(Policies.CURRENT_PASSWORD.of(user.id()));
 * check the secret, throw when it is wrong
 * attempt.succeeded();
 * }</pre>
 *
 * <p>An attempt is counted before its secret is looked at: who guesses in parallel finds the places taken. Thread-safe;
 * blocks on the database.
 */
@Singleton
public final class Throttle {

    private static final Duration KEPT = Duration.ofDays(60);
    private static final int SWEEP_EVERY = 500;
    private static final int SWEEP_ROWS = 2000;

    private final Counting counting;
    private final AttemptRepository counters;
    private final Afterwards afterwards;
    private final Clock clock;
    private final AtomicInteger admitted = new AtomicInteger();

    Throttle(Counting counting, AttemptRepository counters, Afterwards afterwards, Clock clock) {
        this.counting = counting;
        this.counters = counters;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /**
     * Counts an attempt in all these limits, or in none of them when one is used up. Not to be called within a transaction.
     *
     * @param limits in the same order wherever they are used together; the one that most others share last, because whoever
     *     comes after waits for it
     * @throws RefusedException {@code too_many_attempts} with the time to wait; the refusal does not make it longer
     */
    public Attempt admit(Limit... limits) {
        List<Limit> all = List.of(limits);
        List<String> subjects = all.stream().map(Limit::subject).toList();
        Instant now = clock.instant();
        // Most refusals end here, without a lock: who hammers costs one read.
        refuse(counters.blocks(subjects, now).stream().max(Instant::compareTo), now);
        Counting.Outcome outcome = Deadlocks.retry(() -> counting.count(all, now));
        refuse(outcome.blockedUntil(), now);
        sweep(now);
        return new Attempt(counting, outcome.counted());
    }

    /** Nothing was tried: what was guessed at is not what it was. Inside the caller's transaction when there is one. */
    public void forget(Limit limit) {
        counting.forget(limit);
    }

    private static void refuse(Optional<Instant> until, Instant now) {
        until.ifPresent(end -> {
            throw new RefusedException(
                    ErrorCode.TOO_MANY_ATTEMPTS, "too many attempts; wait and try again", Duration.between(now, end));
        });
    }

    private void sweep(Instant now) {
        if (admitted.incrementAndGet() % SWEEP_EVERY == 0) {
            afterwards.run(
                    "removing old attempts",
                    () -> Deadlocks.retry(() -> counters.removeOlder(now.minus(KEPT), SWEEP_ROWS)));
        }
    }
}
