package dev.rechat.auth.account;

import dev.rechat.accounts.deletion.AccountDeletion;
import dev.rechat.auth.password.CurrentPassword;
import dev.rechat.auth.totp.SecondFactors;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Deleting one's own account, and finishing what a process that was killed has left of such a deletion. */
@Singleton
final class OwnDeletion {

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private final CurrentPassword current;
    private final SecondFactors factors;
    private final AccountDeletion deletion;
    private final Afterwards afterwards;
    private final Clock clock;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

    OwnDeletion(
            CurrentPassword current,
            SecondFactors factors,
            AccountDeletion deletion,
            Afterwards afterwards,
            Clock clock) {
        this.current = current;
        this.factors = factors;
        this.deletion = deletion;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** Returns when everything is gone. Refused as signing in is, and to the last administrator. */
    void delete(UserId user, DeleteAccount request) {
        current.require(user, request.password());
        factors.prove(user, request.totp());
        deletion.delete(user, user);
    }

    /** Looks for interrupted deletions, now and then, beside the request. */
    void finishInterrupted() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            afterwards.run("finishing interrupted deletions", deletion::finishInterrupted);
        }
    }
}
