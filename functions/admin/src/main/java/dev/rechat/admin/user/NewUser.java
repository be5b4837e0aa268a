package dev.rechat.admin.user;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.account.GroupName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account that is to be. */
public record NewUser(
        EmailAddress email, String displayName, Role role, String language, boolean active, List<GroupName> groups) {

    public NewUser {
        groups = List.copyOf(groups);
    }

    /** What is null is as for somebody who registers. */
    public static NewUser of(
            EmailAddress email,
            @Nullable String displayName,
            @Nullable Role role,
            @Nullable String language,
            @Nullable Boolean active,
            List<GroupName> groups) {
        return new NewUser(
                email,
                Objects.requireNonNullElseGet(displayName, email::localPart).strip(),
                Objects.requireNonNullElse(role, Role.USER),
                Objects.requireNonNullElse(language, ProfileRules.DEFAULT_LANGUAGE),
                Objects.requireNonNullElse(active, true),
                groups);
    }

    @Override
    public String toString() {
        return "NewUser[role=" + role + "]";
    }
}
