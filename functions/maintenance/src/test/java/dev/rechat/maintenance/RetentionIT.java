package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.run.Progress;
import dev.rechat.maintenance.run.TimeBudget;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.maintenance.TaskName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is kept for how long, and what stays. */
final class RetentionIT {

    private static final Duration OLD = Duration.ofDays(31);

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final UserId owner = house.person();

    private String ago(Duration time) {
        return MaintenanceHouse.time(house.now().minus(time));
    }

    private String idOf(Duration ago) {
        return MaintenanceHouse.idOf(house.now().minus(ago));
    }

    @Test
    void keepsConversationsForEverUnlessTheHouseSaysOtherwise() {
        house.conversation(owner, Duration.ofDays(3000), "old");

        assertThat(house.run(TaskName.CONVERSATIONS)).isEqualTo(new Outcome.Complete(TaskName.CONVERSATIONS, 0));
        house.setting("conversation_retention_days", "null");
        assertThat(house.run(TaskName.CONVERSATIONS).done()).isZero();
        house.setting("conversation_retention_days", "3001");
        assertThat(house.run(TaskName.CONVERSATIONS).done()).isZero();
        house.setting("conversation_retention_days", "2999");
        assertThat(house.run(TaskName.CONVERSATIONS).done()).isEqualTo(1);
        assertThat(house.stored("SELECT dify_conversation_id FROM dify_deletions"))
                .containsExactly("old");
    }

    @Test
    void removesPinnedAndArchivedConversationsToo() {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, OLD, "pinned");
        house.conversation(owner, OLD, "archived");
        house.sql("UPDATE conversations SET pinned = TRUE WHERE dify_conversation_id = 'pinned'");
        house.sql("UPDATE conversations SET archived = TRUE WHERE dify_conversation_id = 'archived'");

        assertThat(house.count(TaskName.CONVERSATIONS)).isEqualTo(2);
        assertThat(house.run(TaskName.CONVERSATIONS).done()).isEqualTo(2);
        assertThat(house.number("SELECT COUNT(*) FROM messages")).isZero();
    }

    @Test
    void leavesTheTrashAndTemporaryConversationsTheirOwnTime() {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, OLD, "trash");
        house.conversation(owner, OLD, "temporary");
        house.sql(
                "UPDATE conversations SET deleted_at = ?, purge_at = ? WHERE dify_conversation_id = 'trash'",
                ago(Duration.ofDays(1)),
                ago(Duration.ofDays(-1)));
        house.sql(
                "UPDATE conversations SET temporary = TRUE, purge_at = ? WHERE dify_conversation_id = 'temporary'",
                ago(Duration.ofDays(-1)));

        assertThat(house.run(TaskName.CONVERSATIONS).done()).isZero();
        house.sql("UPDATE conversations SET purge_at = ?", ago(Duration.ofSeconds(1)));
        assertThat(house.run(TaskName.TRASH).done()).isEqualTo(2);
    }

    @Test
    void keepsAnOldConversationThatCameByAnImportYesterday() {
        house.setting("conversation_retention_days", "30");
        Conversation imported = house.conversation(owner, Duration.ofDays(1), "imported");
        house.sql(
                "UPDATE conversations SET created_at = ?, updated_at = ? WHERE id = ?",
                ago(OLD),
                ago(OLD),
                imported.id());

        assertThat(house.run(TaskName.CONVERSATIONS).done()).isZero();
    }

    @Test
    void forgetsUploadsThatNoQuestionCarries() {
        Conversation conversation = house.conversation(owner, Duration.ofDays(9), "");
        String message = house.stored("SELECT id FROM messages").getFirst();
        file(Duration.ofHours(49), "NULL");
        file(Duration.ofHours(47), "NULL");
        file(Duration.ofHours(49), "'" + message + "'");

        assertThat(house.count(TaskName.UPLOADS)).isEqualTo(1);
        assertThat(house.run(TaskName.UPLOADS).done()).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM files"))
                .as(conversation.toString())
                .isEqualTo(2);
    }

    private void file(Duration ago, String message) {
        house.sql(
                "INSERT INTO files (id, user_id, app_id, name, media_type, kind, message_id, direction, created_at)"
                        + " VALUES (?, ?, ?, 'a.txt', 'text/plain', 'DOCUMENT', " + message + ", 'UPLOAD', ?)",
                idOf(ago),
                owner,
                owner,
                ago(ago));
    }

    @Test
    void removesSessionsThatAreLongOverWithTheirTokensAndNoOthers() {
        session(Duration.ofDays(200), Duration.ofDays(61), Duration.ofDays(31));
        session(Duration.ofDays(170), Duration.ofDays(1), Duration.ofDays(-29));

        assertThat(house.run(TaskName.REFRESH_TOKENS).done()).isEqualTo(1);
        assertThat(house.count(TaskName.SESSIONS)).isEqualTo(1);
        assertThat(house.run(TaskName.SESSIONS).done()).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM sessions")).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM refresh_tokens")).isEqualTo(1);
    }

    private void session(Duration begun, Duration seen, Duration tokenExpired) {
        String id = idOf(begun);
        house.sql(
                "INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at)"
                        + " VALUES (?, ?, '', '', ?, ?)",
                id,
                owner,
                ago(begun),
                ago(seen));
        house.sql(
                "INSERT INTO refresh_tokens (id, session_id, user_id, token_hash, created_at, expires_at)"
                        + " VALUES (?, ?, ?, SHA2(?, 256), ?, ?)",
                idOf(seen),
                id,
                owner,
                id,
                ago(seen),
                ago(tokenExpired));
    }

    @Test
    void removesLinksDevicesAndCountersThatAreLongOver() {
        for (int days : new int[] {6, 8}) {
            house.sql(
                    "INSERT INTO one_time_links VALUES (SHA2(?, 256), ?, 'VERIFICATION', SHA2('', 256), ?, ?, NULL)",
                    days,
                    owner,
                    ago(Duration.ofDays(days)),
                    ago(Duration.ofDays(days)));
        }
        for (int days : new int[] {399, 401}) {
            house.sql(
                    "INSERT INTO known_devices VALUES (SHA2(?, 256), ?, ?, ?)",
                    days,
                    owner,
                    ago(Duration.ofDays(days)),
                    ago(Duration.ofDays(days)));
        }
        for (int days : new int[] {59, 61}) {
            house.sql(
                    "INSERT INTO attempt_counters VALUES (SHA2(?, 256), 1, ?, NULL)", days, ago(Duration.ofDays(days)));
        }

        assertThat(house.run(TaskName.ONE_TIME_LINKS).done()).isEqualTo(1);
        assertThat(house.run(TaskName.KNOWN_DEVICES).done()).isEqualTo(1);
        assertThat(house.run(TaskName.ATTEMPT_COUNTERS).done()).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM one_time_links")).isEqualTo(1);
    }

    @Test
    void writesDownOneRunThatFoundNothingAndEveryOneThatDidSomething() {
        house.setting("conversation_retention_days", "30");
        for (int i = 0; i < 3; i++) {
            house.run(TaskName.CONVERSATIONS);
        }
        house.conversation(owner, OLD, "old");
        house.run(TaskName.CONVERSATIONS);
        house.run(TaskName.CONVERSATIONS);
        house.run(TaskName.CONVERSATIONS);

        assertThat(house.stored("SELECT done FROM maintenance_runs ORDER BY id"))
                .containsExactly("1", "0");
        assertThat(house.number("SELECT COUNT(*) FROM maintenance_runs WHERE finished_at IS NULL"))
                .isZero();
    }

    @Test
    void forgetsItsOwnRunsFromLongAgo() {
        for (int days : new int[] {89, 91}) {
            house.sql(
                    "INSERT INTO maintenance_runs VALUES (?, 'trash', ?, NULL, 7, NULL)",
                    idOf(Duration.ofDays(days)),
                    ago(Duration.ofDays(days)));
        }

        assertThat(house.run(TaskName.MAINTENANCE_RUNS).done()).isEqualTo(1);
    }

    @Test
    void givesEachTaskItsTurnThoughOneIsNotDoneInTime() {
        Instant begun = house.now();
        house.setting("conversation_retention_days", "30");
        Maintenance maintenance = house.bean(Maintenance.class);

        var outcomes = maintenance.run(maintenance.tasks(), TimeBudget.of(Duration.ofMinutes(2)), Progress.NONE);

        assertThat(outcomes).hasSize(TaskName.values().length).allMatch(Outcome.Complete.class::isInstance);
        assertThat(house.number("SELECT COUNT(DISTINCT task) FROM maintenance_runs"))
                .as("begun at " + begun)
                .isEqualTo(TaskName.values().length);
    }
}
