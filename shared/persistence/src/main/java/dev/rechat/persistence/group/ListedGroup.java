package dev.rechat.persistence.group;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A group with how many people are in it and how many apps name it. */
@Introspected
public record ListedGroup(
        @IdColumn GroupId id,
        String name,
        String description,
        long memberCount,
        long appCount,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "ListedGroup[id=" + id + "]";
    }
}
