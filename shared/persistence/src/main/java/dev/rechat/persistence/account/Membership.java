package dev.rechat.persistence.account;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** That somebody is in a group. */
@Introspected
public record Membership(@IdColumn UserId userId, @IdColumn GroupId groupId, String name) {

    public GroupName group() {
        return new GroupName(groupId, name);
    }

    @Override
    public String toString() {
        return "Membership[userId=" + userId + ", groupId=" + groupId + "]";
    }
}
