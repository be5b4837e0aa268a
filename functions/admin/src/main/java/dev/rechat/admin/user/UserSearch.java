package dev.rechat.admin.user;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.account.AccountFilter;
import dev.rechat.persistence.account.AccountSort;
import dev.rechat.web.request.QueryFlag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what narrows and orders the list of accounts. */
final class UserSearch {

    private static final int LONGEST = 100;

    private UserSearch() {}

    /** @throws ValidationException for a text that is too long or a role that there is none of */
    static AccountFilter filter(
            @Nullable String query, @Nullable String role, @Nullable String active, @Nullable GroupId group) {
        return new AccountFilter(
                query == null ? null : pattern(query.strip()),
                role == null
                        ? null
                        : Role.of(role)
                                .orElseThrow(() ->
                                        new ValidationException("role", "invalid", "must be admin, user or pending")),
                QueryFlag.of("active", active),
                group);
    }

    /** @throws ValidationException for an order that there is none of */
    static AccountSort sort(@Nullable String sort) {
        return sort == null
                ? AccountSort.NEWEST
                : AccountSort.of(sort)
                        .orElseThrow(() -> new ValidationException(
                                "sort", "invalid", "must be newest, oldest, email, name or last_seen"));
    }

    /** Looks for the text itself, whatever signs are in it. */
    private static @Nullable String pattern(String query) {
        if (query.length() > LONGEST) {
            throw new ValidationException("query", "too_long", "has more than " + LONGEST + " characters");
        }
        return query.isEmpty() ? null : "%" + query.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
