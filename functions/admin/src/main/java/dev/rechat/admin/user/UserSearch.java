package dev.rechat.admin.user;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.account.AdministrationRepository;
import dev.rechat.web.request.QueryFlag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What narrows the list of accounts, as the repository wants it. */
record UserSearch(String pattern, String role, String state) {

    private static final int LONGEST = 100;

    /** @throws ValidationException for a text that is too long or a role that there is none of */
    static UserSearch of(@Nullable String query, @Nullable String role, @Nullable String active) {
        Boolean state = QueryFlag.of("active", active);
        return new UserSearch(
                query == null ? AdministrationRepository.ANY : pattern(query.strip()),
                role == null
                        ? AdministrationRepository.ANY
                        : Role.of(role)
                                .orElseThrow(() ->
                                        new ValidationException("role", "invalid", "must be admin, user or pending"))
                                .name(),
                state == null ? AdministrationRepository.ANY : state ? "1" : "0");
    }

    /** Looks for the text itself, whatever signs are in it. */
    private static String pattern(String query) {
        if (query.length() > LONGEST) {
            throw new ValidationException("query", "too_long", "has more than " + LONGEST + " characters");
        }
        return query.isEmpty()
                ? AdministrationRepository.ANY
                : "%" + query.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
