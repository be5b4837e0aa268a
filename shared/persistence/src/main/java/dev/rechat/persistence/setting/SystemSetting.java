package dev.rechat.persistence.setting;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the house; the value is JSON.
 *
 * @param updatedBy null when the program wrote it itself
 */
@MappedEntity("system_settings")
public record SystemSetting(
        @Id String settingKey,
        String settingValue,
        Instant updatedAt,
        @Nullable @IdColumn UserId updatedBy) {}
