package dev.rechat.accounts.setting;

import dev.rechat.kernel.id.UserId;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a setting is now.
 *
 * @param updatedAt null while it was never changed
 * @param updatedBy null while it was never changed
 */
public record SettingState(
        Setting<?> setting,
        JsonNode value,
        @Nullable Instant updatedAt,
        @Nullable UserId updatedBy) {}
