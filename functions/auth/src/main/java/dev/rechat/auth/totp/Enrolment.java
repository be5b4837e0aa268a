package dev.rechat.auth.totp;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.factor.SecondFactor;
import dev.rechat.persistence.factor.SecondFactorRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Second factors as they come and go; one change at a time per person, each in a transaction. */
@Singleton
class Enrolment {

    static final int RECOVERY_CODES = 10;

    private static final Duration TO_CONFIRM = Duration.ofHours(1);

    private final SecondFactorRepository factors;
    private final UserRepository users;
    private final SealedSecrets secrets;
    private final SessionEnding sessions;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Enrolment(
            SecondFactorRepository factors,
            UserRepository users,
            SealedSecrets secrets,
            SessionEnding sessions,
            Audit audit,
            Clock clock) {
        this.factors = factors;
        this.users = users;
        this.secrets = secrets;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a secret, in place of one that was never confirmed. @throws RefusedException {@code conflict} */
    @Transactional
    String begin(UserId user) {
        gate(user);
        if (factors.findByUserId(user).filter(SecondFactor::confirmed).isPresent()) {
            throw new RefusedException(ErrorCode.CONFLICT, "this account has a second factor; remove it first");
        }
        factors.deleteByUserId(user);
        String secret = Totp.newSecret();
        factors.save(new SecondFactor(user, secrets.seal(secret, user), clock.instant(), null, null));
        return secret;
    }

    /**
     * Takes the secret into use when the app makes codes of it, and signs the person out everywhere else: those sessions
     * were begun with the password alone.
     *
     * @return the recovery codes
     * @throws RefusedException {@code invalid_totp}; {@code conflict} when there is nothing to confirm
     */
    @Transactional
    List<RecoveryCode> confirm(UserId user, SessionId here, String code) {
        gate(user);
        SecondFactor factor = factors.findByUserId(user)
                .filter(found -> !found.confirmed() && isFresh(found))
                .orElseThrow(() -> new RefusedException(ErrorCode.CONFLICT, "there is no second factor to confirm"));
        String digits = code.replace(" ", "");
        if (!Totp.isCode(digits)) {
            throw SecondFactors.invalid();
        }
        long step = Totp.step(secrets.open(factor), digits, clock.instant()).orElseThrow(SecondFactors::invalid);
        factors.confirm(user, step, clock.instant());
        audit.own(
                AuditAction.SECOND_FACTOR_ENROLLED,
                user,
                Map.of(Audit.SESSIONS_ENDED, Long.toString(sessions.endOthers(user, here))));
        return newCodes(user);
    }

    /** Makes all recovery codes anew; the old ones are void. */
    @Transactional
    List<RecoveryCode> renewRecoveryCodes(UserId user) {
        gate(user);
        requireConfirmed(user);
        factors.deleteRecoveryCodes(user);
        audit.own(AuditAction.RECOVERY_CODES_MADE, user, Map.of());
        return newCodes(user);
    }

    @Transactional
    void remove(UserId user) {
        gate(user);
        requireConfirmed(user);
        factors.deleteByUserId(user);
        audit.own(AuditAction.SECOND_FACTOR_REMOVED, user, Map.of());
    }

    /** @throws RefusedException {@code conflict} when there is no second factor in use */
    void requireConfirmed(UserId user) {
        if (factors.findByUserId(user).filter(SecondFactor::confirmed).isEmpty()) {
            throw new RefusedException(ErrorCode.CONFLICT, "this account has no second factor");
        }
    }

    private List<RecoveryCode> newCodes(UserId user) {
        List<RecoveryCode> codes = new ArrayList<>();
        while (codes.size() < RECOVERY_CODES) {
            RecoveryCode code = RecoveryCode.random(random);
            factors.addRecoveryCode(user, code.hash());
            codes.add(code);
        }
        return List.copyOf(codes);
    }

    /** A secret that was begun with and forgotten is not confirmed by whoever finds the session later. */
    private boolean isFresh(SecondFactor found) {
        return found.createdAt().isAfter(clock.instant().minus(TO_CONFIRM));
    }

    private void gate(UserId user) {
        if (users.findByIdForUpdate(user).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
    }
}
