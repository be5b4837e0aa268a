package dev.rechat.admin.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/**
 * A Dify app as an administrator sees it. The key goes in and never comes out.
 *
 * @param mode Dify's own spelling
 * @param apiKeySet that there is a key
 * @param spareKeySet that there is another one, for when Dify refuses the first
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AdminAppView(
        AppId id,
        String slug,
        String name,
        String description,
        String icon,
        String mode,
        String baseUrl,
        boolean apiKeySet,
        boolean spareKeySet,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    static AdminAppView of(App app) {
        return new AdminAppView(
                app.id(),
                app.slug(),
                app.name(),
                app.description(),
                app.icon(),
                app.mode(),
                app.baseUrl(),
                !app.apiKeySealed().isEmpty(),
                app.spareKeySealed() != null,
                app.enabled(),
                app.createdAt(),
                app.updatedAt());
    }
}
