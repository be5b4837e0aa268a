package dev.rechat.admin.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rechat.accounts.setting.SettingState;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountName;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A setting as an administrator sees it.
 *
 * @param type {@code choice}, {@code switch}, {@code domains}, {@code number}, {@code zone} or {@code banner}
 * @param options what a {@code choice} is between; else empty
 * @param min the smallest {@code number}, as {@code max} the largest; left out for all else
 * @param updatedAt left out while it was never changed, as is {@code updatedBy}
 */
@Serdeable // names one by one: with a naming strategy, default would be told as default_value
record SettingView(
        String key,
        String type,
        List<String> options,
        @Nullable Integer min,
        @Nullable Integer max,
        @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode value,

        @JsonProperty("default") @JsonInclude(JsonInclude.Include.ALWAYS)
        JsonNode defaultValue,

        String description,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("updated_by") @Nullable EditorView updatedBy) {

    static SettingView of(SettingState state, Map<UserId, AccountName> names) {
        var setting = state.setting();
        UserId editor = state.updatedBy();
        return new SettingView(
                setting.key(),
                setting.type(),
                setting.options(),
                orNull(setting.min()),
                orNull(setting.max()),
                state.value(),
                setting.defaultJson(),
                setting.description(),
                state.updatedAt(),
                editor == null ? null : EditorView.of(editor, names.get(editor)));
    }

    private static @Nullable Integer orNull(OptionalInt bound) {
        return bound.isPresent() ? bound.getAsInt() : null;
    }
}
