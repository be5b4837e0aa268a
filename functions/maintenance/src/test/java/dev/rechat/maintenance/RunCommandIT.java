package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.Program.Run;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The command as an operator uses it. */
final class RunCommandIT {

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final UserId owner = house.person();
    private final Map<String, String> environment = Program.environment(house.schema());

    @Test
    void tellsWhatItWouldDoAndDoesNothing() throws Exception {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, Duration.ofDays(31), "old");

        Run run = Program.run(environment, "run", "--dry-run");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("(?m)^conversations +1$").containsPattern("(?m)^trash +0$");
        assertThat(house.number("SELECT COUNT(*) FROM conversations")).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM maintenance_runs")).isZero();
    }

    @Test
    void doesAllThatIsToBeDoneAndWritesItDown() throws Exception {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, Duration.ofDays(31), "old");

        Run run = Program.run(environment, "run");
        Run status = Program.run(environment, "status");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("(?m)^conversations +1 done$");
        assertThat(house.number("SELECT COUNT(*) FROM conversations")).isZero();
        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output()).contains("conversations", ", 1 done").doesNotContain("never ran");
    }

    @Test
    void goesOnWithTheNextTaskWhenOneFailsAndNamesIt() throws Exception {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, Duration.ofDays(31), "old");
        house.sql("RENAME TABLE files TO files_elsewhere");

        Run run = Program.run(environment, "run", "uploads", "conversations", "maintenance_runs");
        Run status = Program.run(environment, "status");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("uploads failed: the database refused: error 1146, state 42S02");
        assertThat(run.output()).containsPattern("(?m)^maintenance_runs +0 done$");
        assertThat(status.exitCode()).as("it says so afterwards, too").isEqualTo(1);
        assertThat(status.output()).contains("; the database refused: error 1146, state 42S02");
    }

    @Test
    void stopsWhenItsTimeIsOverAndGoesOnNextTime() throws Exception {
        house.setting("conversation_retention_days", "30");
        for (int i = 0; i < 250; i++) {
            house.conversation(owner, Duration.ofDays(31), "old-" + i);
        }

        Run first = Program.run(environment, "run", "conversations", "--budget", "1ms");
        long left = house.number("SELECT COUNT(*) FROM conversations");
        Run second = Program.run(environment, "run", "conversations", "--budget", "10m");

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("more is left for the next run");
        assertThat(left).isGreaterThanOrEqualTo(150);
        assertThat(second.output()).containsPattern("(?m)^conversations +" + left + " done$");
        assertThat(house.number("SELECT COUNT(*) FROM conversations")).isZero();
    }

    @Test
    void namesTheTasksThereAreWhenOneIsNot() throws Exception {
        Run run = Program.run(environment, "run", "everything");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("'everything' is none of trash, dify_deletions, orphaned_turns");
    }

    @Test
    void namesAllProblemsOfTheConfiguration() throws Exception {
        Run run = Program.run(
                Map.of(
                        "RECHAT_MAINTENANCE_UPLOADS_KEPT", "soon",
                        "RECHAT_MAINTENANCE_BUDGETS_KEPT", "40d",
                        "RECHAT_DIFY_NETWORKS", "10.0.0.0/99"),
                "run");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().lines())
                .anyMatch(line -> line.startsWith("DATASOURCES_DEFAULT_URL is missing"))
                .anyMatch(line -> line.startsWith("RECHAT_SECRETS_KEYS"))
                .anyMatch(line -> line.equals("RECHAT_MAINTENANCE_UPLOADS_KEPT must be a duration of 1h or more"))
                .anyMatch(line -> line.equals("RECHAT_MAINTENANCE_BUDGETS_KEPT must be a duration of 62d or more"))
                .anyMatch(line -> line.startsWith("RECHAT_DIFY_NETWORKS: "));
    }
}
