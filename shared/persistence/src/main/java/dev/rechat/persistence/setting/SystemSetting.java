package dev.rechat.persistence.setting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** One setting of the house; the value is JSON. */
@MappedEntity("system_settings")
public record SystemSetting(@Id String settingKey, String settingValue, Instant updatedAt) {}
