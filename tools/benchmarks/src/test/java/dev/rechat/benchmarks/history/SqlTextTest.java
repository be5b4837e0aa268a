package dev.rechat.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlTextTest {

    @Test
    void leavesOutValuesAndListsButNoNames() {
        assertThat(SqlText.readable("SELECT a1, b FROM t2 WHERE x = 'it''s \\' one' AND y IN (1, 2,3) LIMIT 21"))
                .isEqualTo("SELECT a1, b FROM t2 WHERE x = ? AND y IN (?, …) LIMIT ?");
    }

    @Test
    void leavesOutLongListsOfColumns() {
        String columns = "id, user_id, app_id, dify_conversation_id, title, pinned, archived, temporary, folder_id";

        assertThat(SqlText.readable("SELECT " + columns + " FROM conversations WHERE id = 'x'"))
                .isEqualTo("SELECT … FROM conversations WHERE id = ?");
    }

    @Test
    void knowsWhatHasAPlan() {
        assertThat(SqlText.isRead("SELECT 1 FROM t")).isTrue();
        assertThat(SqlText.isRead("WITH p AS (SELECT 1) SELECT * FROM p")).isTrue();
        assertThat(SqlText.isRead("SELECT @@session.transaction_read_only")).isFalse();
        assertThat(SqlText.isRead("SET autocommit=0")).isFalse();
        assertThat(SqlText.isRead("UPDATE t SET a = 1")).isFalse();
    }
}
