package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Creator;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Dify app.
 *
 * @param mode Dify's own spelling ({@code advanced-chat}, …)
 * @param baseUrl of Dify's Service API, with its {@code /v1}
 * @param apiKeySealed the key, encrypted; see {@link dev.rechat.persistence.secret.SecretBox}
 * @param spareKeySealed another key of the same app, encrypted: tried where Dify refuses the first; null when there is none
 * @param showNodes what people are shown of the nodes of a run
 * @param systemVariable the input that programs' instructions fill; null where they go before the question
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
        @Nullable String spareKeySealed,
        boolean enabled,
        int sortOrder,
        AppAudience visibleTo,
        boolean showThoughts,
        NodeDetail showNodes,
        boolean showCitations,
        @Nullable String systemVariable,
        Instant createdAt,
        Instant updatedAt) {

    @Creator
    public App {}

    /** One for everybody, that shows everything and has one key. */
    public App(
            AppId id,
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
        this(
                id,
                slug,
                name,
                description,
                icon,
                mode,
                baseUrl,
                apiKeySealed,
                null,
                enabled,
                sortOrder,
                AppAudience.ALL,
                true,
                NodeDetail.FULL,
                true,
                null,
                createdAt,
                updatedAt);
    }

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
                spareKeySealed,
                enabled,
                sortOrder,
                visibleTo,
                showThoughts,
                showNodes,
                showCitations,
                systemVariable,
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
                spareKeySealed,
                enabled,
                sortOrder,
                visibleTo,
                showThoughts,
                showNodes,
                showCitations,
                systemVariable,
                createdAt,
                updatedAt);
    }

    /** The same app of the same kind elsewhere, switched on or off. */
    public App at(String newBaseUrl, boolean nowEnabled, Instant now) {
        return new App(
                id,
                slug,
                name,
                description,
                icon,
                mode,
                newBaseUrl,
                apiKeySealed,
                spareKeySealed,
                nowEnabled,
                sortOrder,
                visibleTo,
                showThoughts,
                showNodes,
                showCitations,
                systemVariable,
                createdAt,
                now);
    }

    /** The same app for others. */
    public App visibleTo(AppAudience audience) {
        return new App(
                id,
                slug,
                name,
                description,
                icon,
                mode,
                baseUrl,
                apiKeySealed,
                spareKeySealed,
                enabled,
                sortOrder,
                audience,
                showThoughts,
                showNodes,
                showCitations,
                systemVariable,
                createdAt,
                updatedAt);
    }

    /** The same app that shows something else beside its answers. */
    public App showing(boolean thoughts, NodeDetail nodes, boolean citations) {
        return new App(
                id,
                slug,
                name,
                description,
                icon,
                mode,
                baseUrl,
                apiKeySealed,
                spareKeySealed,
                enabled,
                sortOrder,
                visibleTo,
                thoughts,
                nodes,
                citations,
                systemVariable,
                createdAt,
                updatedAt);
    }

    /** The same app with other keys. */
    public App withKeys(String newApiKeySealed, @Nullable String newSpareKeySealed) {
        return new App(
                id,
                slug,
                name,
                description,
                icon,
                mode,
                baseUrl,
                newApiKeySealed,
                newSpareKeySealed,
                enabled,
                sortOrder,
                visibleTo,
                showThoughts,
                showNodes,
                showCitations,
                systemVariable,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "App[id=" + id + ", slug=" + slug + ", mode=" + mode + ", enabled=" + enabled + "]";
    }
}
