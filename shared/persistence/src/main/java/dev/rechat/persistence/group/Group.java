package dev.rechat.persistence.group;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Some of the house's people, under a name that no other group has. */
@MappedEntity("user_groups")
public record Group(@Id @IdColumn GroupId id, String name, String description, Instant createdAt, Instant updatedAt) {

    @Override
    public String toString() {
        return "Group[id=" + id + "]";
    }
}
