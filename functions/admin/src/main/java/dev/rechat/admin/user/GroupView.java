package dev.rechat.admin.user;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.account.GroupName;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A group that somebody is in. */
@Serdeable(naming = SnakeCaseStrategy.class)
record GroupView(GroupId id, String name) {

    static GroupView of(GroupName group) {
        return new GroupView(group.id(), group.name());
    }
}
