package dev.rechat.usage.report;

import dev.rechat.persistence.usage.UsageName;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/** A person; only the id is left of one whose account was deleted. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record PersonLabel(
        String id, @Nullable String displayName, @Nullable String email) {

    static PersonLabel of(String id, @Nullable UsageName name) {
        return name == null ? new PersonLabel(id, null, null) : new PersonLabel(id, name.name(), name.otherName());
    }

    @Override
    public String toString() {
        return "PersonLabel[id=" + id + "]";
    }
}
