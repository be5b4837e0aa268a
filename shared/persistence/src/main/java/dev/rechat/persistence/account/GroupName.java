package dev.rechat.persistence.account;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** What a group is called. */
@Introspected
public record GroupName(@IdColumn GroupId id, String name) {

    @Override
    public String toString() {
        return "GroupName[id=" + id + "]";
    }
}
