package dev.rechat.auth.totp;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.factor.SecondFactor;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;

/** Secrets of authenticator apps on their way into the database and out of it, sealed for the account they belong to. */
@Singleton
final class SealedSecrets {

    private final SecretBox box;

    SealedSecrets(SecretBox box) {
        this.box = box;
    }

    String seal(String secret, UserId owner) {
        return box.seal(secret, owner.toString());
    }

    String open(SecondFactor factor) {
        return box.open(factor.secretSealed(), factor.userId().toString());
    }
}
