package dev.rechat.auth.totp;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.factor.SecondFactor;
import dev.rechat.persistence.factor.SecondFactorRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;

/** Takes codes, each once: whatever of several requests comes first has it, on whichever instance. */
@Singleton
class CodeTaking {

    private final SecondFactorRepository factors;
    private final SealedSecrets secrets;
    private final Audit audit;
    private final Clock clock;

    CodeTaking(SecondFactorRepository factors, SealedSecrets secrets, Audit audit, Clock clock) {
        this.factors = factors;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a code of the app or a recovery code. @return false for a wrong one and for one that was taken before */
    @Transactional
    boolean take(SecondFactor factor, String given) {
        String code = given.strip().replace(" ", "");
        if (Totp.isCode(code)) {
            OptionalLong step = Totp.step(secrets.open(factor), code, clock.instant());
            return step.isPresent() && factors.takeStep(factor.userId(), step.getAsLong()) == 1;
        }
        return RecoveryCode.of(code)
                .map(recovery -> takeRecovery(factor.userId(), recovery))
                .orElse(false);
    }

    private boolean takeRecovery(UserId user, RecoveryCode code) {
        if (factors.takeRecoveryCode(user, code.hash(), clock.instant()) == 0) {
            return false;
        }
        long left = factors.countRecoveryCodes(user);
        audit.own(AuditAction.RECOVERY_CODE_USED, user, Map.of("left", Long.toString(left)));
        return true;
    }
}
