package dev.rechat.auth.totp;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** Codes that stand in for the authenticator app, each once; shown once. */
@Serdeable(naming = SnakeCaseStrategy.class)
record RecoveryCodes(List<String> recoveryCodes) {

    static RecoveryCodes of(List<RecoveryCode> codes) {
        return new RecoveryCodes(codes.stream().map(RecoveryCode::text).toList());
    }

    @Override
    public String toString() {
        return "RecoveryCodes[]";
    }
}
