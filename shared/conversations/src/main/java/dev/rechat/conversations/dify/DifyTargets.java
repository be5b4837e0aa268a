package dev.rechat.conversations.dify;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where an app is at Dify, with its keys opened; they live no longer than the call they are opened for. */
@Singleton
public final class DifyTargets {

    private final SecretBox secrets;

    public DifyTargets(SecretBox secrets) {
        this.secrets = secrets;
    }

    public DifyApp of(App app) {
        String id = app.id().toString();
        String spare = app.spareKeySealed();
        return new DifyApp(
                URI.create(app.baseUrl()),
                new DifyApiKey(secrets.open(app.apiKeySealed(), id)),
                spare == null ? null : new DifyApiKey(secrets.open(spare, id)),
                id);
    }
}
