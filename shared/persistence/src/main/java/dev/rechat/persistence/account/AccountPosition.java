package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands in a list; each order looks at what it is made of.
 *
 * @param text the address or the name, where that is the order
 * @param seenAt null for somebody who never signed in
 */
public record AccountPosition(
        UserId id, String text, @Nullable Instant seenAt) {

    public static AccountPosition of(AccountSort sort, ListedAccount account) {
        String text = switch (sort) {
            case EMAIL -> account.email();
            case NAME -> account.displayName();
            case NEWEST, OLDEST, LAST_SEEN -> "";
        };
        return new AccountPosition(account.id(), text, account.lastSeenAt());
    }

    @Override
    public String toString() {
        return "AccountPosition[id=" + id + "]";
    }
}
