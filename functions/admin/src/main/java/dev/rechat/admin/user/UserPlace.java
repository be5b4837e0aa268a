package dev.rechat.admin.user;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountPosition;
import dev.rechat.persistence.account.AccountSort;
import dev.rechat.persistence.account.ListedAccount;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.request.QueryTime;
import java.time.Instant;
import java.util.List;

/** Places in the list of accounts as cursors: the order, the account, and what the order looks at. */
final class UserPlace {

    private static final int PARTS = 4;
    private static final String NEVER = "never";

    private UserPlace() {}

    static Cursor cursor(AccountSort sort, ListedAccount account) {
        AccountPosition place = AccountPosition.of(sort, account);
        Instant seen = place.seenAt();
        return Cursor.of(
                sort.code(),
                place.id().toString(),
                sort == AccountSort.LAST_SEEN && seen != null ? Long.toString(seen.toEpochMilli()) : NEVER,
                place.text());
    }

    /** @throws dev.rechat.kernel.error.ValidationException for a cursor of another list or order */
    static AccountPosition of(AccountSort sort, Cursor cursor) {
        List<String> parts = cursor.parts();
        if (parts.size() != PARTS || !parts.getFirst().equals(sort.code())) {
            throw Cursor.invalid();
        }
        try {
            String seen = parts.get(2);
            return new AccountPosition(
                    UserId.of(parts.get(1)),
                    parts.get(3),
                    seen.equals(NEVER) ? null : QueryTime.ofMillis(seen).orElseThrow(Cursor::invalid));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
