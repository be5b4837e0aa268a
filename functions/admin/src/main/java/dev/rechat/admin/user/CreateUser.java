package dev.rechat.admin.user;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account for somebody.
 *
 * @param displayName the part of the address before the at sign when left out
 * @param role {@code user} when left out
 * @param language a BCP 47 tag; English when left out
 * @param groupIds of which groups it is to be
 */
@StrictRequest
record CreateUser(
        @NotBlank @Size(max = EmailAddress.MAX_LENGTH) String email,

        @Nullable @Size(min = 1, max = ProfileRules.MAX_NAME) @Pattern(regexp = ProfileRules.NAME)
        String displayName,

        @Nullable Role role,

        @Nullable @Size(max = ProfileRules.MAX_LANGUAGE) @Pattern(regexp = ProfileRules.LANGUAGE)
        String language,

        @Nullable @Size(max = 100) List<@NotNull GroupId> groupIds) {

    List<GroupId> groups() {
        return Objects.requireNonNullElse(groupIds, List.of());
    }

    @Override
    public String toString() {
        return "CreateUser[]";
    }
}
