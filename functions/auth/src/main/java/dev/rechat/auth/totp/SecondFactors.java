package dev.rechat.auth.totp;

import dev.rechat.accounts.throttle.Attempt;
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
     * @throws RefusedException {@code totp_required} when a code is needed, {@code invalid_totp} when it is wrong or used,
     *     {@code too_many_attempts} after several wrong ones, wherever they came from
     */
    public void prove(UserId user, @Nullable String given) {
        confirmed(user).ifPresent(factor -> prove(factor, given));
    }

    private void prove(SecondFactor factor, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new RefusedException(ErrorCode.TOTP_REQUIRED, "a code of the authenticator app is needed");
        }
        Attempt attempt = throttle.admit(Policies.SECOND_FACTOR.of(factor.userId()));
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
