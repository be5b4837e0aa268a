package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A Dify app.
 *
 * @param mode Dify's own spelling ({@code advanced-chat}, …)
 * @param baseUrl of Dify's Service API, with its {@code /v1}
 * @param apiKeySealed the key, encrypted; see {@link SecretBox}
 */
@MappedEntity("dify_apps")
public record App(
        @Id @IdColumn AppId id,
        String slug,
        String name,
        String description,
        String icon,
        String mode,
        String baseUrl,
        String apiKeySealed,
        boolean enabled,
        int sortOrder,
        Instant createdAt,
        Instant updatedAt) {

    public App withSlug(String newSlug) {
        return new App(
                id,
                newSlug,
                name,
                description,
                icon,
                mode,
                baseUrl,
                apiKeySealed,
                enabled,
                sortOrder,
                createdAt,
                updatedAt);
    }

    /** The same app reached otherwise; the mode is what Dify says about the one at that address with that key. */
    public App withConnection(String newMode, String newBaseUrl, String newApiKeySealed) {
        return new App(
                id,
                slug,
                name,
                description,
                icon,
                newMode,
                newBaseUrl,
                newApiKeySealed,
                enabled,
                sortOrder,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "App[id=" + id + ", slug=" + slug + ", mode=" + mode + ", enabled=" + enabled + "]";
    }
}
