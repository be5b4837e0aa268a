package dev.rechat.auth.account;

import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about an account.
 *
 * @param displayName null to leave it
 * @param language a BCP 47 tag; null to leave it
 */
@StrictRequest
public record ChangeAccount(
        @Nullable @Size(min = 1, max = ProfileRules.MAX_NAME) @Pattern(regexp = ProfileRules.NAME)
        String displayName,

        @Nullable @Size(max = ProfileRules.MAX_LANGUAGE) @Pattern(regexp = ProfileRules.LANGUAGE)
        String language) {

    @Override
    public String toString() {
        return "ChangeAccount[]";
    }
}
