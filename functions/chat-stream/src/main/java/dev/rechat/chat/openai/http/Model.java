package dev.rechat.chat.openai.http;

import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.persistence.app.App;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * An app as OpenAI describes models.
 *
 * @param created seconds since 1970
 * @param name for people; not OpenAI's, but what Open WebUI shows
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Model(String id, String object, long created, String ownedBy, String name) {

    static Model of(App app) {
        return of(app, app.slug(), app.name());
    }

    /** The same for questions that belong to no conversation. */
    static Model stateless(App app) {
        return of(app, CompletionRequest.statelessModel(app.slug()), app.name() + " (stateless)");
    }

    private static Model of(App app, String id, String name) {
        return new Model(id, "model", app.createdAt().getEpochSecond(), "rechat", name);
    }
}
