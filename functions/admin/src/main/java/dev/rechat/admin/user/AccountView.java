package dev.rechat.admin.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.ListedAccount;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param lastSeenAt left out for somebody who never signed in
 * @param groups by name
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AccountView(
        UserId id,
        String email,
        String displayName,
        Role role,
        boolean active,
        String language,
        boolean emailVerified,
        boolean totpEnabled,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSeenAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<GroupView> groups) {

    static AccountView of(ListedAccount account, List<GroupName> groups) {
        return new AccountView(
                account.id(),
                account.email(),
                account.displayName(),
                account.role(),
                account.active(),
                account.language(),
                account.emailVerified(),
                account.totpEnabled(),
                account.createdAt(),
                account.updatedAt(),
                account.lastSeenAt(),
                groups.stream().map(GroupView::of).toList());
    }

    @Override
    public String toString() {
        return "AccountView[id=" + id + "]";
    }
}
