package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of accounts; all of it must hold, and what is null does not narrow.
 *
 * @param pattern of address or name, for LIKE, in lower case, {@code !} escapes
 */
public record AccountFilter(
        @Nullable String pattern,
        @Nullable Role role,
        @Nullable Boolean active,
        @Nullable GroupId group) {

    public static final AccountFilter NONE = new AccountFilter(null, null, null, null);

    @Override
    public String toString() {
        return "AccountFilter[role=" + role + ", active=" + active + ", group=" + group + "]";
    }
}
