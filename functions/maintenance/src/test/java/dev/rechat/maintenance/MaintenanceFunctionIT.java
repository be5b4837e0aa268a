package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.lambda.MaintenanceFunction;
import dev.rechat.maintenance.runlog.TestRecords;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.gateway.TestedFunction;
import dev.rechat.testing.lambda.FunctionError;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The function as Lambda runs it, in a process of its own. */
final class MaintenanceFunctionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As EventBridge sends it when a rule's time has come and no input was set. */
    private static final String SCHEDULED = """
            {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event",
             "source":"aws.events","account":"123456789012","time":"2026-03-02T08:00:00Z","region":"eu-central-1",
             "resources":["arn:aws:events:eu-central-1:123456789012:rule/maintenance"],"detail":{}}""";

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    @AutoClose
    private final RuntimeApiStub lambda = RuntimeApiStub.start();

    private final UserId owner = house.person();

    /** What it answers is for logs: no gateway stands before it, so the stand-in does not understand it. */
    private void call(String event) {
        lambda.invoke(event).awaitResponse(PATIENCE);
    }

    @Test
    void doesWhatItsScheduleWants() {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, Duration.ofDays(31), "old");

        try (FunctionProcess function = start()) {
            call("{\"task\":[\"conversations\"],\"dry_run\":true}");
            assertThat(house.number("SELECT COUNT(*) FROM conversations")).isEqualTo(1);

            call("{\"task\":\"migrate\"}");
            assertThat(house.number("SELECT COUNT(*) FROM maintenance_runs"))
                    .as("nothing but that")
                    .isZero();

            call(SCHEDULED);
            assertThat(house.number("SELECT COUNT(*) FROM conversations")).isZero();
            assertThat(house.stored("SELECT problem FROM maintenance_runs WHERE task = 'audit_seal'"))
                    .containsExactly("null");
            assertThat(function.alive()).isTrue();
        }
    }

    @Test
    void failsTheInvocationWhenATaskFailsSoThatSomebodyHearsOfIt() {
        house.sql("RENAME TABLE files TO files_elsewhere");

        try (FunctionProcess function = start()) {
            FunctionError failure = failure("{\"task\":[\"uploads\",\"trash\"]}");

            assertThat(failure.type()).isEqualTo("Maintenance.TasksFailed");
            assertThat(failure.message()).isEqualTo("failed: uploads");
            assertThat(failure("{\"task\":[\"everything\"]}").type()).isEqualTo("Maintenance.InvalidEvent");
            assertThat(function.alive()).isTrue();
        }
    }

    @Test
    void countsATaskThatFailedSoThatTheAlarmRings() {
        house.sql("RENAME TABLE files TO files_elsewhere");

        try (FunctionProcess function = start()) {
            failure("{\"task\":[\"uploads\",\"trash\"]}");

            function.awaitLog("\"task\":\"uploads\",\"rechat.maintenance.failed\":1", PATIENCE);
            assertThat(function.log()).doesNotContain("\"task\":\"trash\",\"rechat.maintenance.failed\"");
        }
    }

    @Test
    void doesNothingWhenAWishIsMistyped() {
        house.setting("conversation_retention_days", "30");
        house.conversation(owner, Duration.ofDays(31), "old");

        try (FunctionProcess _ = start()) {
            FunctionError failure = failure("{\"dry-run\":true}");

            assertThat(failure.type()).isEqualTo("Maintenance.InvalidEvent");
            assertThat(failure.message()).isEqualTo("the event may have task and dry_run, nothing else");
            assertThat(failure("{\"task\":[]}").type()).isEqualTo("Maintenance.InvalidEvent");
        }
        assertThat(house.number("SELECT COUNT(*) FROM conversations")).isEqualTo(1);
    }

    @Test
    void doesToRunLogsWhatTheCommandsDo() {
        house.bean(RunLogStores.class)
                .chosen()
                .transfer()
                .write(TestRecords.history(house.now().minus(Duration.ofDays(40)), 3), Visibility.AT_ONCE);

        try (FunctionProcess function = start()) {
            assertThat(told("{\"runlog\":{\"command\":\"status\"}}"))
                    .contains("\"chosen\":\"mysql\",\"tenant\":\"house\"");
            assertThat(told("{\"runlog\":{\"command\":\"cleanup\",\"older_than\":30,\"dry_run\":true}}"))
                    .contains("{\"type\":\"workflow_runs\",\"count\":3}", "\"runs\":0");
            assertThat(house.number("SELECT COUNT(*) FROM workflow_runs")).isEqualTo(3);

            assertThat(told("{\"runlog\":{\"command\":\"cleanup\",\"older_than\":30}}"))
                    .contains("\"runs\":3", "\"nodeExecutions\":6", "\"more\":false");
            assertThat(house.number("SELECT COUNT(*) FROM workflow_runs")).isZero();
            assertThat(function.alive()).isTrue();
        }
    }

    @Test
    void refusesWishesAboutRunLogsThatCannotBe() {
        try (FunctionProcess function = start()) {
            assertThat(wrong("{\"runlog\":{\"command\":\"migrate\",\"from\":\"mysql\",\"to\":\"elasticsearch\"}}"))
                    .isEqualTo("the store elasticsearch is not configured");
            assertThat(wrong("{\"runlog\":{\"command\":\"import\",\"app\":\"nothing\"}}"))
                    .isEqualTo("there is no app of that name");
            assertThat(wrong("{\"runlog\":{\"command\":\"drop\"}}"))
                    .isEqualTo("command must be status, migrate, validate, cleanup or import");
            assertThat(wrong("{\"runlog\":{\"command\":\"cleanup\",\"older_than\":30,\"dry-run\":true}}"))
                    .isEqualTo("runlog has a member that this command does not know");
            assertThat(wrong("{\"runlog\":{\"command\":\"status\"},\"task\":\"trash\"}"))
                    .isEqualTo("the event may have runlog, an object, and nothing beside it");
            assertThat(function.alive()).isTrue();
        }
    }

    /** As {@link #call}: what the stand-in does not understand is for whoever wished it. */
    private String told(String event) {
        return failure(event).body();
    }

    /** What is wrong with an event, in the words it is told. */
    private String wrong(String event) {
        FunctionError failure = failure(event);
        assertThat(failure.type()).isEqualTo("Maintenance.InvalidEvent");
        return failure.message();
    }

    private FunctionError failure(String event) {
        return Objects.requireNonNull(
                lambda.invoke(event).awaitResponse(PATIENCE).error());
    }

    private FunctionProcess start() {
        var process = TestedFunction.process("maintenance", MaintenanceFunction.class.getName());
        Program.environment(house.schema()).forEach(process::environment);
        process.environment("RUNLOG_TENANT", TestRecords.TENANT.id());
        return process.start(lambda, PATIENCE);
    }
}
