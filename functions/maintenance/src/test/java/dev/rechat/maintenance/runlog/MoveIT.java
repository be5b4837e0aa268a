package dev.rechat.maintenance.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.maintenance.MaintenanceHouse;
import dev.rechat.maintenance.runlog.compare.ComparisonReport;
import dev.rechat.maintenance.runlog.compare.ComparisonWish;
import dev.rechat.maintenance.runlog.compare.RunLogComparison;
import dev.rechat.maintenance.runlog.journey.TransferBusyException;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.maintenance.runlog.move.MoveReport;
import dev.rechat.maintenance.runlog.move.MoveWatch;
import dev.rechat.maintenance.runlog.move.MoveWish;
import dev.rechat.maintenance.runlog.move.RunLogMove;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a move does, whatever the stores are: between two in memory, with its checkpoints in a real database. */
final class MoveIT {

    private static final BooleanSupplier NEVER = () -> false;
    private static final List<RecordType> ALL = List.of(RecordType.values());
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final MemoryStore from = new MemoryStore(StoreName.MYSQL);
    private final MemoryStore to = new MemoryStore(StoreName.ELASTICSEARCH);
    private final RunLogMove mover = house.bean(RunLogMove.class);

    private MoveWish wish(TimeRange range, boolean restart) {
        return new MoveWish(from, to, TestRecords.TENANT, range, ALL, 100, restart);
    }

    private MoveReport move() {
        return mover.move(wish(TimeRange.ALL, false), NEVER, MoveWatch.NONE);
    }

    private ComparisonReport compare() {
        return house.bean(RunLogComparison.class)
                .compare(
                        new ComparisonWish(from, to, TestRecords.TENANT, TimeRange.ALL, ALL, 0),
                        NEVER,
                        RunLogComparison.Watch.NONE);
    }

    private MoveReport.Kind kind(MoveReport report, RecordType type) {
        return report.kinds().stream()
                .filter(kind -> kind.type().equals(type.wire()))
                .findFirst()
                .orElseThrow();
    }

    /** Stops when so many batches have arrived. */
    private static BooleanSupplier after(int batches) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.getAndIncrement() >= batches;
    }

    @Test
    void movesEveryKindAndFindsNoDifferenceAfterwards() {
        from.write(TestRecords.history(MARCH, 1_050), Visibility.AT_ONCE);

        MoveReport report = move();

        assertThat(report.complete()).isTrue();
        assertThat(kind(report, RecordType.NODE_EXECUTIONS).written()).isEqualTo(2_100);
        ComparisonReport same = compare();
        assertThat(same.same()).as(same.findings().toString()).isTrue();
        assertThat(same.kinds().getFirst().compared()).isEqualTo(1_050);
    }

    @Test
    void goesOnWhereItWasStoppedInsteadOfBeginningAgain() {
        from.write(TestRecords.history(MARCH, 1_000), Visibility.AT_ONCE);

        MoveReport stopped = mover.move(wish(TimeRange.ALL, false), after(4), MoveWatch.NONE);
        MoveReport resumed;
        try (MaintenanceHouse elsewhere = house.another()) {
            resumed = elsewhere.bean(RunLogMove.class).move(wish(TimeRange.ALL, false), NEVER, MoveWatch.NONE);
        }

        assertThat(stopped.stopped()).isTrue();
        assertThat(kind(stopped, RecordType.WORKFLOW_RUNS).written()).isEqualTo(400);
        assertThat(kind(resumed, RecordType.WORKFLOW_RUNS).written()).isEqualTo(600);
        assertThat(compare().same()).isTrue();
    }

    @Test
    void catchesUpWithWhatIsWrittenWhileItWalks() {
        from.write(TestRecords.history(house.now().minusSeconds(3_600), 1_000), Visibility.AT_ONCE);
        WorkflowRun begun = TestRecords.run(house.now().minusSeconds(60), RunStatus.RUNNING);
        from.put(Kinds.RUNS, List.of(begun));
        AtomicInteger reads = new AtomicInteger();
        from.beforeRead(() -> {
            if (reads.incrementAndGet() == 8) { // behind the walk already, or before it: both must arrive
                from.put(Kinds.RUNS, List.of(TestRecords.run(house.now().minusSeconds(200), RunStatus.SUCCEEDED)));
                from.put(Kinds.RUNS, List.of(TestRecords.run(begun.id(), begun.createdAt(), RunStatus.SUCCEEDED)));
            }
            if (reads.get() == 30) {
                from.write(TestRecords.history(house.now(), 5), Visibility.AT_ONCE);
            }
        });

        MoveReport report = move();

        assertThat(report.complete()).isTrue();
        assertThat(reads).hasValueGreaterThan(30);
        ComparisonReport same = compare();
        assertThat(same.same()).as(same.findings().toString()).isTrue();
    }

    @Test
    void bringsRunsToTheirEndThatWereOpenLongBeforeTheMove() {
        WorkflowRun waiting = TestRecords.run(MARCH, RunStatus.PAUSED);
        from.put(Kinds.RUNS, List.of(waiting));
        from.put(Kinds.PAUSES, List.of(TestRecords.pause(waiting, "state/1")));
        move();
        WorkflowRun ended = TestRecords.run(waiting.id(), MARCH, RunStatus.SUCCEEDED);
        from.put(Kinds.RUNS, List.of(ended));
        from.put(Kinds.NODES, List.of(TestRecords.node(ended, 1, NodeStatus.SUCCEEDED)));

        MoveReport again = move();

        assertThat(again.openRuns()).isEqualTo(1);
        assertThat(compare().same()).isTrue();
    }

    @Test
    void readsOnlyWhatIsNewWhenItIsMovedOnceMore() {
        from.write(TestRecords.history(MARCH, 1_000), Visibility.AT_ONCE);
        move();
        from.write(TestRecords.history(house.now(), 3), Visibility.AT_ONCE);

        MoveReport again = move();
        MoveReport whole = mover.move(wish(TimeRange.ALL, true), NEVER, MoveWatch.NONE);

        assertThat(kind(again, RecordType.WORKFLOW_RUNS).written()).isEqualTo(3);
        assertThat(kind(again, RecordType.WORKFLOW_RUNS).read()).isLessThan(10);
        assertThat(kind(whole, RecordType.WORKFLOW_RUNS).written())
                .as("--restart")
                .isEqualTo(1_003);
        assertThat(compare().same()).isTrue();
    }

    @Test
    void namesRecordsThatTheTargetRefusesAndMovesAllOthers() {
        from.write(TestRecords.history(MARCH, 250), Visibility.AT_ONCE);
        List<WorkflowRun> runs = from.all(Kinds.RUNS);
        to.refuse(runs.get(17).id());
        to.refuse(runs.get(240).id());

        MoveReport report = move();

        assertThat(report.complete()).isFalse();
        assertThat(report.refused())
                .extracting(MoveReport.Refusal::id)
                .containsExactly(runs.get(17).id(), runs.get(240).id());
        assertThat(to.size(RecordType.WORKFLOW_RUNS)).isEqualTo(248);
        assertThat(kind(report, RecordType.WORKFLOW_RUNS).refused()).isEqualTo(2);
        assertThat(compare().findings())
                .extracting(ComparisonReport.Finding::state)
                .containsExactly("missing_right", "missing_right");
    }

    @Test
    void waitsForAStoreThatIsAwayForAMomentAndLosesNothing() {
        from.write(TestRecords.history(MARCH, 250), Visibility.AT_ONCE);
        to.fail(2);

        assertThat(move().complete()).isTrue();
        assertThat(compare().same()).isTrue();
    }

    @Test
    void refusesASecondProcessOnTheSameAndTellsWhenItIsFree() {
        from.write(TestRecords.history(MARCH, 250), Visibility.AT_ONCE);
        AtomicInteger refusals = new AtomicInteger();
        try (MaintenanceHouse elsewhere = house.another()) {
            RunLogMove second = elsewhere.bean(RunLogMove.class);
            from.beforeRead(() -> {
                if (refusals.get() == 0) {
                    refusals.incrementAndGet();
                    assertThatThrownBy(() -> second.move(wish(TimeRange.ALL, false), NEVER, MoveWatch.NONE))
                            .isInstanceOf(TransferBusyException.class)
                            .hasMessageContaining("it is free again at");
                }
            });

            assertThat(move().complete()).isTrue();
        }
        assertThat(refusals).hasValue(1);
    }

    @Test
    void movesWholeDaysOnlyAndKeepsTheirCheckpointsApart() {
        from.write(TestRecords.history(MARCH, 100), Visibility.AT_ONCE);
        from.write(TestRecords.history(MARCH.plusSeconds(86_400), 100), Visibility.AT_ONCE);
        TimeRange first = new TimeRange(MARCH, MARCH.plusSeconds(86_400));

        MoveReport report = mover.move(wish(first, false), NEVER, MoveWatch.NONE);

        assertThat(kind(report, RecordType.WORKFLOW_RUNS).written()).isEqualTo(100);
        assertThat(kind(mover.count(wish(TimeRange.ALL, false)), RecordType.WORKFLOW_RUNS)
                        .due())
                .isEqualTo(200);
        assertThat(kind(move(), RecordType.WORKFLOW_RUNS).written()).isEqualTo(200);
    }

    @Test
    void tellsWhichFieldsDifferAndNeverWhatTheyHold() {
        from.write(TestRecords.history(MARCH, 20), Visibility.AT_ONCE);
        move();
        WorkflowRun other = from.all(Kinds.RUNS).get(3);
        to.put(Kinds.RUNS, List.of(TestRecords.run(other.id(), other.createdAt(), RunStatus.FAILED)));
        from.remove(Kinds.RUNS, from.all(Kinds.RUNS).get(5));

        ComparisonReport report = compare();

        assertThat(report.same()).isFalse();
        assertThat(report.findings())
                .extracting(ComparisonReport.Finding::state)
                .containsExactlyInAnyOrder("different", "missing_left");
        assertThat(report.findings())
                .filteredOn(finding -> finding.state().equals("different"))
                .flatExtracting(ComparisonReport.Finding::fields)
                .contains("status", "error", "turn_id")
                .doesNotContain("id", "created_at", "outputs");
        assertThat(report.toString()).doesNotContain("rain", "overloaded");
    }
}
