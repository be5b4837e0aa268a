package dev.rechat.admin.group;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.group.ListedGroup;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** A group as administrators see it. @param appCount how many apps name it, those for everybody among them */
@Serdeable(naming = SnakeCaseStrategy.class)
record AdminGroupView(
        GroupId id,
        String name,
        String description,
        long memberCount,
        long appCount,
        Instant createdAt,
        Instant updatedAt) {

    static AdminGroupView of(ListedGroup group) {
        return new AdminGroupView(
                group.id(),
                group.name(),
                group.description(),
                group.memberCount(),
                group.appCount(),
                group.createdAt(),
                group.updatedAt());
    }

    @Override
    public String toString() {
        return "AdminGroupView[id=" + id + "]";
    }
}
