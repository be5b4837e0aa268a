package dev.rechat.admin.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.NodeDetail;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Dify app as an administrator sees it. The key goes in and never comes out.
 *
 * @param mode Dify's own spelling
 * @param apiKeySet that there is a key
 * @param spareKeySet that there is another one, for when Dify refuses the first
 * @param groupIds counts where it is for groups: with none it is for nobody
 * @param systemVariable of the app's input form, for instructions of programs; null where they go before the question
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
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
        int order,
        AppAudience visibleTo,
        List<GroupId> groupIds,
        boolean showThoughts,
        NodeDetail showNodes,
        boolean showCitations,
        @Nullable String systemVariable,
        Instant createdAt,
        Instant updatedAt) {

    static AdminAppView of(App app, List<GroupId> groups) {
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
                app.sortOrder(),
                app.visibleTo(),
                groups,
                app.showThoughts(),
                app.showNodes(),
                app.showCitations(),
                app.systemVariable(),
                app.createdAt(),
                app.updatedAt());
    }
}
