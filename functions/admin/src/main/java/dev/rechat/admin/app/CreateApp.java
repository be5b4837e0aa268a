package dev.rechat.admin.app;

import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A Dify app to add.
 *
 * @param slug made from the name when absent
 * @param baseUrl of Dify's Service API, with its {@code /v1}
 * @param enabled true when absent
 */
@StrictRequest
record CreateApp(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 64) String slug,
        @NotBlank @Size(max = 500) String baseUrl,
        @NotBlank @Size(max = 500) String apiKey,
        @Nullable @Size(max = 1000) String description,
        @Nullable @Size(max = 500) String icon,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean enabled) {

    @Override
    public String toString() {
        return "CreateApp[name=" + name + ", slug=" + slug + "]";
    }
}
