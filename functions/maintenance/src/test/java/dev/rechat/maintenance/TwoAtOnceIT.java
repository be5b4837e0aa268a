package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.Program.Run;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two processes that do everything at the same time lose nothing and do nothing twice. */
final class TwoAtOnceIT {

    private static final int MANY = 300;

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final UserId owner = house.person();

    @Test
    void removesEachConversationOnceAndNotesEachThreadOnce() throws Exception {
        house.setting("conversation_retention_days", "30");
        for (int i = 0; i < MANY; i++) {
            house.conversation(owner, Duration.ofDays(40), "old-" + i);
        }
        house.conversation(owner, Duration.ofDays(20), "young");
        fillLedger();

        var environment = Program.environment(house.schema());
        Program one = Program.start(environment, "run", "conversations", "usage", "uploads");
        Program other = Program.start(environment, "run", "conversations", "usage", "uploads");
        Run first = one.end();
        Run second = other.end();

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(done("conversations", first) + done("conversations", second)).isEqualTo(MANY);
        assertThat(done("usage", first) + done("usage", second)).isEqualTo(3000);
        assertThat(house.number("SELECT COUNT(*) FROM dify_deletions")).isEqualTo(MANY);
        assertThat(house.number("SELECT COUNT(*) FROM dify_deletions WHERE dify_conversation_id = 'young'"))
                .isZero();
        assertThat(house.number("SELECT COUNT(*) FROM conversations")).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM messages")).isEqualTo(2);
        assertThat(house.number("SELECT COUNT(*) FROM turn_usage")).isEqualTo(10);
        assertThat(house.number("SELECT SUM(done) FROM maintenance_runs WHERE task = 'conversations'"))
                .as("what is written down is what was done")
                .isEqualTo(MANY);
    }

    private void fillLedger() {
        house.setting("usage_retention_days", "100");
        for (int i = 0; i < 3010; i++) {
            house.sql(
                    "INSERT INTO turn_usage (turn_id, user_id, app_id, day, status, created_at, finished_at)"
                            + " VALUES (?, ?, ?, DATE(?), 'COMPLETED', NOW(), NOW())",
                    house.ids().next(),
                    owner,
                    owner,
                    MaintenanceHouse.time(house.now().minus(Duration.ofDays(i < 3000 ? 110 : 90))));
        }
    }

    private static long done(String task, Run run) {
        return Pattern.compile("(?m)^" + task + " +([0-9,]+) done")
                .matcher(run.output())
                .results()
                .map((MatchResult result) -> result.group(1).replace(",", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
