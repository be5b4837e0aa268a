package dev.rechat.admin.app;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a Dify app; what is absent or null stays.
 *
 * @param groupIds take the place of those before
 * @param systemVariable empty for none
 */
@StrictRequest
record ChangeApp(
        @Nullable @Size(min = 1, max = 100) String name,
        @Nullable @Size(max = 64) String slug,
        @Nullable @Size(max = 500) String baseUrl,
        @Nullable @Size(max = 500) String apiKey,
        @Nullable @Size(max = 1000) String description,
        @Nullable @Size(max = 500) String icon,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean enabled,

        @Nullable @Min(-CreateApp.ORDER_LIMIT) @Max(CreateApp.ORDER_LIMIT)
        Integer order,

        @Nullable AppAudience visibleTo,
        @Nullable @Size(max = CreateApp.MAX_GROUPS) List<@NotNull GroupId> groupIds,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean showThoughts,

        @Nullable NodeDetail showNodes,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean showCitations,

        @Nullable @Size(max = CreateApp.MAX_VARIABLE) String systemVariable) {

    ChangeApp {
        name = name == null ? null : name.strip();
    }

    /** Whether whom the app is for, or where its questions go, is among what was given. */
    boolean governs() {
        return baseUrl != null || apiKey != null || visibleTo != null || groupIds != null;
    }

    /** The app with what was given of all but its connection. */
    App describe(App app, Instant now) {
        return new App(
                app.id(),
                slug == null ? app.slug() : Slug.chosen(slug).value(),
                name == null ? app.name() : name,
                description == null ? app.description() : description.strip(),
                icon == null ? app.icon() : icon.strip(),
                app.mode(),
                app.baseUrl(),
                app.apiKeySealed(),
                app.spareKeySealed(),
                enabled == null ? app.enabled() : enabled,
                order == null ? app.sortOrder() : order,
                visibleTo == null ? app.visibleTo() : visibleTo,
                showThoughts == null ? app.showThoughts() : showThoughts,
                showNodes == null ? app.showNodes() : showNodes,
                showCitations == null ? app.showCitations() : showCitations,
                systemVariable == null ? app.systemVariable() : SystemVariable.of(systemVariable),
                app.createdAt(),
                now);
    }

    @Override
    public String toString() {
        return "ChangeApp[name=" + name + ", slug=" + slug + ", enabled=" + enabled + "]";
    }
}
