package dev.rechat.admin.app;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Dify app to add.
 *
 * @param slug made from the name when absent
 * @param baseUrl of Dify's Service API, with its {@code /v1}
 * @param enabled true when absent
 * @param order apps are listed from the smallest; 0 when absent
 * @param visibleTo everybody when absent
 * @param groupIds whom it is shown to where it is for groups: with none it is for nobody
 * @param systemVariable of the app's input form, for instructions of programs; none when absent or empty
 * @param showNodes steps without what goes through them when absent; thoughts and citations are shown
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

    static final int ORDER_LIMIT = 1_000_000;
    static final int MAX_GROUPS = 100;

    /** As Dify has it. */
    static final int MAX_VARIABLE = 100;

    @Override
    public String toString() {
        return "CreateApp[name=" + name + ", slug=" + slug + "]";
    }
}
