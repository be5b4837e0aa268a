package dev.rechat.maintenance.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.MaintenanceHouse;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.maintenance.runlog.load.ImportReport;
import dev.rechat.maintenance.runlog.load.ImportWish;
import dev.rechat.maintenance.runlog.load.RunLogImport;
import dev.rechat.persistence.app.App;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that Dify had before, through its Service API. */
final class ImportIT {

    private static final BooleanSupplier NEVER = () -> false;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final MemoryStore store = new MemoryStore(StoreName.MYSQL);
    private final App app = house.app("reports", "workflow", dify.uri(), DemoApps.WORKFLOW_KEY);

    private ImportWish wish(App from, TimeRange range) {
        return new ImportWish(store, TestRecords.TENANT, from, range, 1_000, false);
    }

    private ImportReport load(BooleanSupplier stop) {
        return house.bean(RunLogImport.class).load(wish(app, TimeRange.ALL), stop, done -> {});
    }

    /** So many runs with the same pause between them, the newest at noon. */
    private List<String> past(int runs, Duration apart) {
        return dify.past(
                DemoApps.WORKFLOW_KEY,
                "user-1",
                IntStream.range(0, runs)
                        .mapToObj(i -> NOON.minus(apart.multipliedBy(i)))
                        .toList());
    }

    @Test
    void recordsWhatDifyTellsOfARunAndWhoAskedForIt() {
        String id = past(1, Duration.ofSeconds(1)).getFirst();

        ImportReport report = load(NEVER);

        assertThat(report.complete()).as(report.toString()).isTrue();
        assertThat(report.imported()).isEqualTo(1);
        WorkflowRun run = store.all(Kinds.RUNS).getFirst();
        assertThat(run.id()).isEqualTo(id);
        assertThat(run.appId()).isEqualTo(app.id());
        assertThat(run.type()).isEqualTo(RunType.WORKFLOW);
        assertThat(run.evidence()).isEqualTo(Evidence.LOOKED_UP);
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.inputs()).contains("rain in Łódź");
        assertThat(run.outputs()).isEqualTo("{\"text\":\"It rains.\"}");
        assertThat(run.totalTokens()).isEqualTo(42);
        assertThat(run.createdAt()).isEqualTo(NOON);
        assertThat(run.finishedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(run.turnId()).isNull();
        AppLog log = store.all(Kinds.LOGS).getFirst();
        assertThat(log.workflowRunId()).isEqualTo(id);
        assertThat(log.createdFrom()).isEqualTo(AppLogSource.SERVICE_API);
        assertThat(log.createdByRole()).isEqualTo(CreatorRole.END_USER);
        assertThat(log.createdBy()).isNotBlank();
    }

    @Test
    void findsEveryRunOfManyPagesEvenWhereHundredsBeganInOneSecond() {
        past(250, Duration.ofMillis(1_300));
        past(250, Duration.ofMillis(1)); // more than a page within one second

        ImportReport report = load(NEVER);

        assertThat(report.imported()).isEqualTo(500);
        assertThat(store.size(RecordType.WORKFLOW_RUNS)).isEqualTo(500);
    }

    @Test
    void leavesRunsAsTheyAreThatAreRecordedAlready() {
        String id = past(3, Duration.ofMinutes(1)).get(1);
        WorkflowRun recorded = TestRecords.run(id, NOON.minusSeconds(60), RunStatus.SUCCEEDED);
        store.put(Kinds.RUNS, List.of(recorded));

        ImportReport report = load(NEVER);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.known()).isEqualTo(1);
        assertThat(store.all(Kinds.RUNS)).contains(recorded);
    }

    @Test
    void goesOnWhereItWasStoppedAndAsksForNoRunTwice() {
        past(350, Duration.ofSeconds(10));
        AtomicInteger asked = new AtomicInteger();

        ImportReport stopped = load(() -> asked.incrementAndGet() > 250);
        ImportReport rest = load(NEVER);

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.imported()).isBetween(200L, 299L);
        assertThat(rest.imported()).isEqualTo(350 - stopped.imported());
        assertThat(rest.seen()).as("the first two pages are done").isLessThanOrEqualTo(152);
        assertThat(dify.requests().stream()
                        .filter(request -> request.path().contains("/workflows/run/"))
                        .map(request -> request.path())
                        .distinct())
                .hasSize(350);
        assertThat(store.size(RecordType.WORKFLOW_RUNS)).isEqualTo(350);
    }

    @Test
    void takesOnlyTheDaysThatAreWanted() {
        past(10, Duration.ofHours(6));
        Instant midnight = Instant.parse("2026-03-01T00:00:00Z");

        ImportReport report = house.bean(RunLogImport.class)
                .load(wish(app, new TimeRange(midnight.minus(Duration.ofDays(1)), midnight)), NEVER, done -> {});

        assertThat(report.imported()).isEqualTo(4);
        assertThat(store.all(Kinds.RUNS)).allMatch(run -> run.createdAt().isBefore(midnight));
    }

    @Test
    void waitsWhenDifyHasTooMuchToDo() {
        past(2, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            dify.refuseRunLogs(429, "too_many_requests", "Too many requests.");
        }

        assertThat(load(NEVER).imported()).isEqualTo(2);
    }

    @Test
    void endsEarlyAndSaysWhyWhenTheKeyIsNotTakenAnyMore() {
        past(2, Duration.ofMinutes(1));
        dify.refuseRunLogs(401, "unauthorized", "Access token is invalid");

        ImportReport report = load(NEVER);

        assertThat(report.complete()).isFalse();
        assertThat(report.problem()).isNotBlank().doesNotContain(DemoApps.WORKFLOW_KEY);
        assertThat(load(NEVER).imported()).as("the next attempt").isEqualTo(2);
    }

    @Test
    void refusesAppsThatHaveNoSuchLogAndSaysWhy() {
        App chatflow = house.app("talk", "advanced-chat", dify.uri(), DemoApps.CHATFLOW_KEY);
        App chat = house.app("chat", "chat", dify.uri(), DemoApps.CHAT_KEY);
        RunLogImport importing = house.bean(RunLogImport.class);

        assertThat(importing
                        .load(wish(chatflow, TimeRange.ALL), NEVER, done -> {})
                        .problem())
                .contains("keeps no log of a chatflow's runs");
        assertThat(importing.load(wish(chat, TimeRange.ALL), NEVER, done -> {}).problem())
                .isEqualTo("an app of the mode chat has no runs");
    }
}
