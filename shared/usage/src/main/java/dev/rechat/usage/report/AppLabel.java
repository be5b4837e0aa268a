package dev.rechat.usage.report;

import dev.rechat.persistence.usage.UsageName;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** An app; only its id is left of one that was deleted. */
@Serdeable
public record AppLabel(
        String id, @Nullable String name, @Nullable String slug) {

    static AppLabel of(String id, @Nullable UsageName name) {
        return name == null ? new AppLabel(id, null, null) : new AppLabel(id, name.name(), name.otherName());
    }
}
