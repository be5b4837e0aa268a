package dev.rechat.admin.app;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;

/** Keys on their way into the database, sealed for the app they belong to. */
@Singleton
final class AppKeys {

    private final SecretBox secrets;

    AppKeys(SecretBox secrets) {
        this.secrets = secrets;
    }

    /** The key an administrator typed. @throws ValidationException when it cannot be one */
    static DifyApiKey parse(String text) {
        try {
            return new DifyApiKey(text.strip());
        } catch (IllegalArgumentException notAKey) {
            throw new ValidationException("api_key", "invalid", "is not a Dify API key");
        }
    }

    String seal(DifyApiKey key, AppId app) {
        return secrets.seal(key.value(), app.toString());
    }
}
