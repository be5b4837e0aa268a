package dev.rechat.maintenance.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.maintenance.MaintenanceHouse;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.maintenance.runlog.move.RunLogFallback;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the database took while the chosen store was away, whatever the stores are: between two in memory. */
final class FallbackIT {

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final MemoryStore database = new MemoryStore(StoreName.MYSQL);
    private final MemoryStore chosen = new MemoryStore(StoreName.ELASTICSEARCH);

    private long bring() {
        return house.bean(RunLogFallback.class).bring(database, chosen, TestRecords.TENANT, RecordType.WORKFLOW_RUNS);
    }

    @Test
    void bringsWhatFellBackAndLooksAtLittleTheNextTime() {
        database.write(TestRecords.history(house.now().minus(Duration.ofHours(1)), 30), Visibility.AT_ONCE);

        assertThat(bring()).isEqualTo(30);
        assertThat(bring()).isZero();
        database.put(Kinds.RUNS, List.of(TestRecords.run(house.now(), RunStatus.SUCCEEDED)));
        assertThat(bring()).isEqualTo(1);
        assertThat(chosen.size(RecordType.WORKFLOW_RUNS)).isEqualTo(31);
    }

    @Test
    void goesOnWhereItWasWhenTheStoreGoesAwayAgain() {
        database.write(TestRecords.history(house.now().minus(Duration.ofHours(1)), 30), Visibility.AT_ONCE);
        chosen.fail(1);

        assertThatThrownBy(this::bring).isInstanceOf(RunLogUnavailableException.class);
        assertThat(bring()).isEqualTo(30);
    }

    @Test
    void leavesWhatIsFromLongAgoToWhoeverMovesIt() {
        database.put(Kinds.RUNS, List.of(TestRecords.run(house.now().minus(Duration.ofDays(30)), RunStatus.SUCCEEDED)));

        assertThat(bring()).isZero();
    }

    @Test
    void neverOpensARunAgainThatHasEndedInTheChosenStore() {
        var begun = TestRecords.run(house.now(), RunStatus.RUNNING);
        database.put(Kinds.RUNS, List.of(begun));
        chosen.put(Kinds.RUNS, List.of(TestRecords.run(begun.id(), begun.createdAt(), RunStatus.SUCCEEDED)));

        bring();

        assertThat(chosen.all(Kinds.RUNS).getFirst().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
}
