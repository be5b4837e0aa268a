package dev.rechat.admin.group;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.group.GroupMember;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** Somebody in a group. */
@Serdeable(naming = SnakeCaseStrategy.class)
record MemberView(UserId id, String email, String displayName, Role role, boolean active, Instant addedAt) {

    static MemberView of(GroupMember member) {
        return new MemberView(
                member.id(), member.email(), member.displayName(), member.role(), member.active(), member.addedAt());
    }

    @Override
    public String toString() {
        return "MemberView[id=" + id + "]";
    }
}
