package dev.rechat.admin.app;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;

/** Keys on their way into the database, sealed for the app they belong to. */
@Singleton
final class AppKeys {

    static final String NOT_OF_AN_APP = "not_an_app_key";
    static final String NOT_OF_AN_APP_MESSAGE =
            "is not the key of an app: those begin with app-, and stand in Dify under the app's API access";

    private static final String APP_PREFIX = "app-";

    private final SecretBox secrets;

    AppKeys(SecretBox secrets) {
        this.secrets = secrets;
    }

    /** The key an administrator typed. @throws ValidationException when it cannot be one of an app */
    static DifyApiKey parse(String text) {
        DifyApiKey key;
        try {
            key = new DifyApiKey(text.strip());
        } catch (IllegalArgumentException notAKey) {
            throw new ValidationException("api_key", "invalid", "is not a Dify API key");
        }
        if (!isOfApp(text)) {
            throw new ValidationException("api_key", NOT_OF_AN_APP, NOT_OF_AN_APP_MESSAGE);
        }
        return key;
    }

    /** Datasets have keys of their own, which Dify refuses everywhere else. */
    static boolean isOfApp(String text) {
        return text.strip().startsWith(APP_PREFIX);
    }

    String seal(DifyApiKey key, AppId app) {
        return secrets.seal(key.value(), app.toString());
    }
}
