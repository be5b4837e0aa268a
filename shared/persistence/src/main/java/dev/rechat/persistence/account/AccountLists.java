package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, for administrators, in several orders. Without a filter a page costs what it shows, however many accounts there
 * are; with one, what it passes of the order's index besides, and with a group, what the group has.
 */
@Singleton
public class AccountLists {

    private final JdbcOperations jdbc;

    AccountLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** At most so many accounts after a position. @param after null to begin at the beginning */
    @Connectable
    public List<ListedAccount> page(
            AccountFilter filter, AccountSort sort, @Nullable AccountPosition after, int limit) {
        if (sort != AccountSort.LAST_SEEN) {
            return read(AccountStatement.of(filter, sort, after, limit));
        }
        List<ListedAccount> found = new ArrayList<>();
        if (after == null || after.seenAt() != null) {
            found.addAll(read(AccountStatement.seen(filter, after, limit)));
        }
        if (found.size() < limit) {
            AccountPosition start = after == null || after.seenAt() != null ? null : after;
            found.addAll(read(AccountStatement.neverSeen(filter, start, limit - found.size())));
        }
        return List.copyOf(found);
    }

    private List<ListedAccount> read(AccountStatement list) {
        return jdbc.prepareStatement(list.sql(), statement -> {
            try (statement) {
                list.fill(statement);
                try (var rows = statement.executeQuery()) {
                    List<ListedAccount> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(account(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static ListedAccount account(ResultSet row) throws SQLException {
        Timestamp seen = row.getTimestamp("last_seen_at");
        return new ListedAccount(
                UserId.of(row.getString("id")),
                row.getString("email"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getString("language"),
                row.getBoolean("email_verified"),
                row.getBoolean("totp_enabled"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
