package dev.rechat.admin.setting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rechat.accounts.setting.SettingState;
import dev.rechat.kernel.id.UserId;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as an administrator sees it.
 *
 * @param type {@code choice}, {@code switch} or {@code domains}
 * @param options what a {@code choice} is between; else empty
 * @param updatedAt left out while it was never changed, as is {@code updatedBy}
 */
@Serdeable // names one by one: with a naming strategy, default would be told as default_value
record SettingView(
        String key,
        String type,
        List<String> options,
        JsonNode value,
        @JsonProperty("default") JsonNode defaultValue,
        String description,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @JsonProperty("updated_by") @Nullable UserId updatedBy) {

    static SettingView of(SettingState state) {
        var setting = state.setting();
        return new SettingView(
                setting.key(),
                setting.type(),
                setting.options(),
                state.value(),
                setting.defaultJson(),
                setting.description(),
                state.updatedAt(),
                state.updatedBy());
    }
}
