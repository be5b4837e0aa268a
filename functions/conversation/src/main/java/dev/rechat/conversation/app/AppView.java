package dev.rechat.conversation.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * An app as people see it in the list.
 *
 * @param mode Dify's own spelling
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AppView(AppId id, String slug, String name, String description, String icon, String mode) {

    static AppView of(App app) {
        return new AppView(app.id(), app.slug(), app.name(), app.description(), app.icon(), app.mode());
    }
}
