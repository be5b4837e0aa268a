package dev.rechat.persistence.account;

import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every order of the list of accounts is that of an index, from wherever a page begins, and with filters, too. */
class AccountPlansIT {

    private static final int PAGE = 21;

    @BeforeAll
    static void fill() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO users (id, email, password_hash, display_name, role, active, language, created_at,"
                            + " updated_at, last_seen_at) SELECT UUID(), CONCAT(UUID(), '@example.org'), 'none', LEFT(UUID(), 3),"
                            + " 'USER', TRUE, 'en', NOW(3), NOW(3), IF(a.n = 1, NULL, NOW(3)) FROM " + numbers("a")
                            + ", "
                            + numbers("b") + ", " + numbers("c"));
            statement.execute("ANALYZE TABLE users");
        }
    }

    @ParameterizedTest
    @CsvSource({"NEWEST, PRIMARY", "OLDEST, PRIMARY", "EMAIL, users_email", "NAME, users_name"})
    void readAPageInTheOrderOfAnIndex(AccountSort sort, String index) throws SQLException {
        AccountPosition place = new AccountPosition(Rows.IDS.nextUserId(), "ada", null);
        for (AccountFilter filter : List.of(AccountFilter.NONE, new AccountFilter("%ada%", Role.USER, true, null))) {
            for (AccountPosition after : new @Nullable AccountPosition[] {null, place}) {
                assertAlong(index, AccountStatement.of(filter, sort, after, PAGE));
            }
        }
    }

    @Test
    void readThoseWhoWereSeenAndThoseWhoNeverWereInTheOrderOfOneIndex() throws SQLException {
        AccountPosition seen = new AccountPosition(Rows.IDS.nextUserId(), "", Rows.NOON.plusSeconds(1_000_000_000));
        AccountPosition never = new AccountPosition(Rows.IDS.nextUserId(), "", null);

        assertAlong("users_seen", AccountStatement.seen(AccountFilter.NONE, null, PAGE));
        assertAlong("users_seen", AccountStatement.seen(AccountFilter.NONE, seen, PAGE));
        assertAlong("users_seen", AccountStatement.neverSeen(AccountFilter.NONE, null, PAGE));
        assertAlong("users_seen", AccountStatement.neverSeen(AccountFilter.NONE, never, PAGE));
    }

    private static void assertAlong(String index, AccountStatement list) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (var connection = connect();
                var statement = connection.prepareStatement("EXPLAIN " + list.sql())) {
            list.fill(statement);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if ("u".equals(rows.getString("table"))) {
                        steps.add(rows.getString("key") + " " + rows.getString("type") + " " + rows.getString("Extra"));
                    }
                }
            }
        }
        assertThat(steps)
                .as(list.sql())
                .singleElement()
                .asString()
                .startsWith(index + " ")
                .doesNotContain("ALL", "filesort", "temporary");
    }

    private static String numbers(String name) {
        return "(SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name;
    }
}
