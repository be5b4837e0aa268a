package dev.rechat.persistence.account;

import dev.rechat.persistence.database.Statement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The statement for a list of accounts, put together from fixed pieces. Which index is said, because a server that expects a
 * filter to leave little may sort all accounts instead of reading some in order.
 */
final class AccountStatement {

    private final Statement statement = new Statement().add("SELECT " + AdministrationRepository.COLUMNS);

    private AccountStatement() {}

    /** In any order but {@link AccountSort#LAST_SEEN}. */
    static AccountStatement of(AccountFilter filter, AccountSort sort, @Nullable AccountPosition after, int limit) {
        var list = new AccountStatement();
        switch (sort) {
            case NEWEST -> list.from("PRIMARY", filter).after(after, " AND u.id < ?", " ORDER BY u.id DESC");
            case OLDEST -> list.from("PRIMARY", filter).after(after, " AND u.id > ?", " ORDER BY u.id");
            case EMAIL -> {
                list.from("users_email", filter);
                if (after != null) {
                    list.and(" AND u.email > ?", after.text());
                }
                list.and(" ORDER BY u.email");
            }
            case NAME -> {
                list.from("users_name", filter);
                if (after != null) {
                    list.and(" AND (u.sort_name > ? OR (u.sort_name = ?", after.text(), after.text());
                    list.and(" AND u.id > ?))", after.id());
                }
                list.and(" ORDER BY u.sort_name, u.id");
            }
            case LAST_SEEN -> throw new IllegalArgumentException("a list in two halves");
        }
        return list.and(" LIMIT ?", limit);
    }

    /** Those who signed in some time, the latest first. */
    static AccountStatement seen(AccountFilter filter, @Nullable AccountPosition after, int limit) {
        var list = new AccountStatement().from("users_seen", filter);
        if (after != null && after.seenAt() != null) {
            list.and(" AND (u.last_seen_at < ? OR (u.last_seen_at = ?", after.seenAt(), after.seenAt());
            list.and(" AND u.id < ?))", after.id());
        }
        list.and(" AND u.last_seen_at IS NOT NULL ORDER BY u.last_seen_at DESC, u.id DESC");
        return list.and(" LIMIT ?", limit);
    }

    /** Those who never signed in, the newest first. */
    static AccountStatement neverSeen(AccountFilter filter, @Nullable AccountPosition after, int limit) {
        return new AccountStatement()
                .from("users_seen", filter)
                .after(after, " AND u.id < ?", " AND u.last_seen_at IS NULL ORDER BY u.id DESC")
                .and(" LIMIT ?", limit);
    }

    private AccountStatement from(String index, AccountFilter filter) {
        if (filter.group() == null) {
            and(" FROM users u FORCE INDEX (" + index + ") WHERE u.deleting_at IS NULL");
        } else {
            and(
                    " FROM group_members m STRAIGHT_JOIN users u ON u.id = m.user_id"
                            + " WHERE m.group_id = ? AND u.deleting_at IS NULL",
                    filter.group());
        }
        if (filter.pattern() != null) {
            and(
                    " AND (u.email LIKE ? ESCAPE '!' OR LOWER(u.display_name) LIKE ? ESCAPE '!')",
                    filter.pattern(),
                    filter.pattern());
        }
        if (filter.role() != null) {
            and(" AND u.role = ?", filter.role().name());
        }
        if (filter.active() != null) {
            and(" AND u.active = ?", filter.active());
        }
        return this;
    }

    private AccountStatement after(@Nullable AccountPosition after, String condition, String order) {
        if (after != null) {
            and(condition, after.id());
        }
        return and(order);
    }

    private AccountStatement and(String piece, Object... pieceValues) {
        statement.add(piece, pieceValues);
        return this;
    }

    String sql() {
        return statement.sql();
    }

    void fill(PreparedStatement prepared) throws SQLException {
        statement.fill(prepared);
    }
}
