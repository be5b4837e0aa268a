package dev.rechat.conversations.dify;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where an app is at Dify, with its key opened; the key lives no longer than the call it is opened for. */
@Singleton
public final class DifyTargets {

    private final SecretBox secrets;

    public DifyTargets(SecretBox secrets) {
        this.secrets = secrets;
    }

    public DifyApp of(App app) {
        String key = secrets.open(app.apiKeySealed(), app.id().toString());
        return new DifyApp(URI.create(app.baseUrl()), new DifyApiKey(key));
    }
}
