package dev.rechat.auth.totp;

import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.Limit;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.factor.SecondFactor;
import dev.rechat.persistence.factor.SecondFactorRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the second factor of accounts that have one. Blocks; not to be called within a transaction. */
@Singleton
public final class SecondFactors {

    private final SecondFactorRepository factors;
    private final CodeTaking codes;
    private final Throttle throttle;

    SecondFactors(SecondFactorRepository factors, CodeTaking codes, Throttle throttle) {
        this.factors = factors;
        this.codes = codes;
        this.throttle = throttle;
    }

    public boolean enabled(UserId user) {
        return confirmed(user).isPresent();
    }

    /**
     * Returns when the account has no second factor, or this is a code of it. To be called only for somebody whose password
     * was right: the answer tells whether there is a second factor.
     *
     * @param given a code of the authenticator app or a recovery code; it is used up
     * @param limit where wrong ones are counted
     * @throws RefusedException {@code totp_required} when a code is needed, {@code invalid_totp} when it is wrong or used,
     *     {@code too_many_attempts} after several wrong ones
     */
    public void prove(UserId user, @Nullable String given, Limit limit) {
        confirmed(user).ifPresent(factor -> prove(factor, given, limit));
    }

    /** As {@link #prove(UserId, String, Limit)}, of somebody who is signed in. */
    public void prove(UserId user, @Nullable String given) {
        prove(user, given, signedIn(user));
    }

    /** Whoever has a session guesses at their own expense, not at that of signing in. */
    static Limit signedIn(UserId user) {
        return Policies.SECOND_FACTOR.of(user, "signed in");
    }

    private void prove(SecondFactor factor, @Nullable String given, Limit limit) {
        if (given == null || given.isBlank()) {
            throw new RefusedException(ErrorCode.TOTP_REQUIRED, "a code of the authenticator app is needed");
        }
        Attempt attempt = throttle.admit(limit);
        if (!codes.take(factor, given)) {
            throw invalid();
        }
        attempt.succeeded();
    }

    private Optional<SecondFactor> confirmed(UserId user) {
        return factors.findByUserId(user).filter(SecondFactor::confirmed);
    }

    static RefusedException invalid() {
        return new RefusedException(ErrorCode.INVALID_TOTP, "the code is wrong, expired or was used before");
    }
}
